import type { KnownCategory } from './categories';

/**
 * Which category a test belongs to, for the common tests. Codes only: what a test is called comes with the result.
 * An organisation adds or overrides codes in its policy (`results.categories`).
 */
const loincCodes: Partial<Record<KnownCategory, string>> = {
  // Glucose, salts, kidney, liver, fats, thyroid, iron, vitamins, heart, inflammation, urine.
  chemistry: `
    2345-7 2339-0 14749-6 15074-8 14771-0 1554-5 4548-4 17856-6 59261-8
    2951-2 2947-0 2823-3 6298-4 2075-0 2069-3 1963-8 2000-8 17861-6 2601-3 2777-1 14879-1
    14682-9 2160-0 62238-1 33914-3 69405-9 98979-8 22664-7 3091-6 3094-0 14933-6 3084-1
    1742-6 1920-8 6768-6 2324-2 1975-2 14631-6 2532-0 2157-6 1751-7 2885-2 1798-8 3040-3
    14647-2 2093-3 14646-4 2085-9 22748-8 13457-7 39469-2 14927-8 2571-8
    3016-3 11580-8 14920-3 3024-7 3053-6 2276-4 14798-3 2498-4 3034-6
    2132-9 14685-2 2284-8 14732-2 1989-3 62292-8 14635-7
    2857-1 6598-7 67151-1 89579-7 33762-6 1988-5 30522-7 9318-7 14959-1 2888-6 5811-5 2756-5 38445-3`,
  // Blood count, differential, sedimentation, clotting.
  haematology: `
    718-7 59260-0 20509-6 4544-3 20570-8 6690-2 26464-8 11156-7 789-8 26453-1 11273-0 777-3 26515-7 11125-2
    787-2 30428-7 785-6 28539-5 786-4 28540-3 788-0 30385-9
    770-8 23761-0 751-8 26499-4 736-9 26478-8 731-0 26474-7 5905-5 26485-3 742-7 26484-6
    713-8 26450-7 711-2 26449-9 706-2 30180-4 704-7 26444-0
    4537-7 30341-2 17849-1 34714-6 6301-6 5902-2 3173-2 14979-9 3255-7 48065-7
    58410-2 57021-8 24360-0 24317-0`,
  // Cultures and viruses that are not sexually transmitted.
  microbiology: '600-7 630-4 625-4 626-2 6463-4 42803-7 94500-6',
  // HIV, chlamydia, gonorrhoea, syphilis, hepatitis B and C, HPV.
  sti: `
    56888-1 75622-1 7918-6 29893-5 20447-9 43304-5 21415-5 43305-2 24111-7
    5292-8 20507-0 5195-3 5196-1 16128-1 13955-0 30167-1 21440-3`,
  pathology: '11526-1 11529-5 22637-3 60568-3 47527-7',
  radiology: '18748-4 18726-0 18782-3 30746-2 36643-5 24627-2 24725-4 24606-6 24558-9 24590-2',
  // Electrocardiogram, exercise test, echocardiogram, lung function, electroencephalogram.
  function: '11524-6 34534-8 18752-6 34552-0 42148-7 20150-9 19868-9 19926-5 11523-8',
  genetics: '51969-4 51968-6 81247-9 55233-1 69548-6 48018-6 29770-5 21636-6 21668-9',
  hla: '13303-3 4821-5 26028-1',
  // Blood group, antibodies against red cells, crossmatch.
  transfusion: '882-1 883-9 10331-7 890-4 1250-0 945-6 1018-1 1156-9',
};

/** Kinds of procedures and specialties of SNOMED CT that reports are coded with. */
const snomedCodes: Partial<Record<KnownCategory, string>> = {
  radiology: '363679005 363680008 77477000 113091000 16310003 394914008',
  pathology: '108257001 394597005 394595002',
  microbiology: '19851009 408454008',
  chemistry: '394596001',
  haematology: '394803006',
  genetics: '405824009 394580004',
  function: '29303009 127783003 40701008',
};

/**
 * Sections of HL7 table 0074 (Diagnostic Service Section ID). Serology (SR) and virology (VR) are left out on purpose:
 * much of them is about HIV, hepatitis and syphilis, so without a known test code they stay unknown, that is sensitive.
 */
const sections: Partial<Record<KnownCategory, string>> = {
  chemistry: 'CH BG TX URN',
  haematology: 'HM',
  microbiology: 'MB MCB MYC PAR',
  pathology: 'PAT SP CP',
  radiology: 'RAD RX CT NMR NMS RUS OUS VUS XRC IMG',
  function: 'EC EN PF AU CUS CTH',
  genetics: 'GE CG',
  transfusion: 'BLB',
  other: 'IMM',
};

export const byLoinc = byCode(loincCodes);
export const bySnomed = byCode(snomedCodes);
export const bySection = byCode(sections);

function byCode(table: Partial<Record<KnownCategory, string>>): ReadonlyMap<string, KnownCategory> {
  return new Map(
    (Object.entries(table) as [KnownCategory, string][]).flatMap(([category, codes]) =>
      codes
        .trim()
        .split(/\s+/)
        .map((code): [string, KnownCategory] => [code, category]),
    ),
  );
}
