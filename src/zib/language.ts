/** Code systems whose displays are English unless the words say otherwise; under `sid` stand national editions (ICPC, ICD-10). */
const ENGLISH_SYSTEMS = /^https?:\/\/(loinc\.org|terminology\.hl7\.org|hl7\.org\/fhir\/(?!sid\/)|unitsofmeasure\.org)/;

/** Only what hardly occurs in the other language: 'of', 'in', 'score' and 'status' are both. */
const DUTCH =
  /\b(van|en|met|de|het|een|voor|door|bij|naar|te|geen|niet|bevinding|betreffende|waarneembare|entiteit|structuur|links|rechts|aandoening|partner|dochter|zoon|kind|ouder|vader|moeder|broer|zus|oom|tante|buur|buurman|buurvrouw|vriend|vriendin|voogd)\b|^brief\b|[a-z]brief\b|verslag|samenvatt|ontslag|bericht|huisarts|ij|aa[^r]|[aeiou]lijk|isch|heid\b|tie\b|teit\b|uur\b|druk\b/i;
/** The first is how LOINC writes what it measures: 'Glucose [Moles/volume] in Blood'. */
const ENGLISH =
  /\[[A-Z][a-z]+[/ A-Za-z]*\]|\b(and|with|without|the|by|due|to|from|for|on|both|able|unable|does|has|not|no|yes|finding|body|blood|pressure|weight|height|heart|rate|head|skin|wound|oxygen|left|right|child|home|house|history|disorder|disease|pain|care|patient|use|used|level|year|age|birth|smoking|tobacco|family|using|during|after|before|difficulty|other|knee|ankle|hip|fracture|serum or|cells?|count|report|study|presence|findings|measurement|ultrasound|x-ray|chest|views?|ratio|volume|occasional|state|dress|diaper)\b|(tion|sion|ity|ness|ght|ture|ous|ism|ship|ful|lly|tory|ncy|nce)\b|\bwh|\bsh|th\b/i;

/**
 * In which language a display stands: 'en', or undefined for the Dutch that is the rule here. Nobody sends it along (FHIR
 * has no language of a display), so the code system and the words themselves must tell; in doubt it stays Dutch.
 */
export function displayLanguage(display: string, system: string | undefined): 'en' | undefined {
  if (DUTCH.test(display)) return undefined;
  return ENGLISH.test(display) || (system !== undefined && ENGLISH_SYSTEMS.test(system)) ? 'en' : undefined;
}
