/** Medicines in the reader's language; clinical words stay as the source wrote them. */
import type { Dosage } from '@medplum/fhirtypes';
import type { Visit } from '../house';
import { listInWords, type Translate } from '../platform/i18n';
import type { TagLook } from '../ui';
import { conceptTexts, dateText, type Names, type Said, SaidList, SaidWords } from '../zib';
import type { Block } from './block';
import { type Use, useOf } from './dosage';
import type { Medicine } from './medicine';
import { plainDuration } from './timing';

export const usesOf = (t: Translate, { dosages, understood }: Block): Use[] =>
  dosages.map((dosage) => useOf(t, dosage, understood));

/** What to do with it, a line each: in plain words from the codes, else in those of the source. */
export function useLines(t: Translate, block: Block): string[] {
  const lines = usesOf(t, block).flatMap(({ coded, own }, index) => {
    const words = coded ?? own;
    if (words === undefined) return [];
    return [comesAfter(block.dosages, index) ? t('medication.then', { words }) : words];
  });
  const said = lines.length === 0 && block.instruction !== undefined ? [block.instruction] : lines;
  const again = plainDuration(t, block.cycle);
  return again === undefined ? said : [...said, t('medication.cycle', { length: again })];
}

/** FHIR: dosages of another sequence follow each other. Only where the one before has an end is there an 'after'. */
function comesAfter(dosages: readonly Dosage[], index: number): boolean {
  const [before, dosage] = [dosages[index - 1], dosages[index]];
  const repeat = before?.timing?.repeat;
  const ends = repeat?.boundsDuration ?? repeat?.boundsPeriod?.end ?? repeat?.boundsRange;
  return ends !== undefined && (dosage?.sequence ?? 0) > (before?.sequence ?? 0);
}

/** How a medicine is used, in one line, from everything that holds. */
export const useInWords = (t: Translate, { holding, lead }: Medicine): string =>
  (holding.length > 0 ? holding : [lead]).flatMap((block) => useLines(t, block)).join('; ');

/** The source's own words where they say more than what was computed, or other numbers. */
export function ownWords(t: Translate, block: Block): string[] {
  const lines = useLines(t, block);
  const own = usesOf(t, block).flatMap((use) => (use.own !== undefined && use.needsOwn ? [use.own] : []));
  return [...new Set(own)].filter((text) => !lines.includes(text));
}

/** Everything that the source wrote itself, for the page of one medicine. */
export function sourceWords(t: Translate, block: Block): string[] {
  const own = usesOf(t, block).flatMap((use) => use.own ?? []);
  return [...new Set([...own, ...(block.instruction === undefined ? [] : [block.instruction])])];
}

export const instructionsOf = (t: Translate, block: Block): Said[] =>
  unique(usesOf(t, block).flatMap(({ instructions }) => instructions));

export const routesOf = (t: Translate, block: Block): Said[] => unique(usesOf(t, block).flatMap(({ how }) => how));

const unique = (all: readonly Said[]): Said[] => [...new Map(all.map((said) => [said.text, said])).values()];

/** What it is for: by code or words, and by what it refers to. */
export function reasonsOf(block: Block, names: Names): Said[] {
  const named = block.reasonReferences.flatMap((reference) => {
    const text = names.of(reference, block.entry.content);
    return text === undefined ? [] : [{ text }];
  });
  return unique([...named, ...conceptTexts(block.reasons)]);
}

export const stopReasonsOf = ({ stopReasons }: Medicine): Said[] => unique(conceptTexts(stopReasons));

/** 'van 3 december 2026 tot en met 10 december 2026', 'sinds 2014', 'vanaf 1 december 2026, 30 dagen lang' */
export function periodWords(t: Translate, { from, duration }: Block, until: string | undefined): string | undefined {
  const start = from === undefined ? undefined : dateText(t, from);
  const end = until === undefined ? undefined : dateText(t, until);
  const length = end === undefined ? plainDuration(t, duration) : undefined;
  if (start === undefined) return end === undefined ? length : t('zib.period-until', { end });
  if (end !== undefined) return t('zib.period', { start, end });
  return length === undefined ? t('zib.period-since', { start }) : t('medication.from-so-long', { start, length });
}

export const prescriberOf = ({ prescriber, entry }: Block, names: Names): string | undefined =>
  names.of(prescriber, entry.content);

/** Who says what is used: the patient, or somebody by name. */
export function saidByWords(visit: Visit, block: Block, names: Names): string {
  const { t } = visit;
  if (block.byPatient) return t('medication.said-by-patient', { whose: whose(visit) });
  return names.of(block.saidBy, block.entry.content) ?? t('medication.said-by-unknown');
}

/** What is said to be used, where that is something else than what was agreed. The newest only. */
export function otherUse(t: Translate, { uses, holding, lead }: Medicine): Block | undefined {
  const [said] = uses;
  if (said === undefined || said === lead || said.state !== 'holds') return undefined;
  const agreed = (holding.length > 0 ? holding : [lead]).flatMap((block) => useLines(t, block)).join('\n');
  const used = useLines(t, said).join('\n');
  return used === '' || used === agreed ? undefined : said;
}

/** Whether the reader reads of himself. */
export const whose = ({ base }: Pick<Visit, 'base'>): 'own' | 'other' => (base === '' ? 'own' : 'other');

/** A word about its state, where it is not simply in use. */
export function stateTag(t: Translate, medicine: Medicine): { look: TagLook; label: string } | undefined {
  const { state, uses, stopped } = medicine;
  switch (state) {
    case 'never':
      return { look: 'att', label: t('medication.state-never') };
    case 'paused':
      return { look: 'att', label: t('medication.state-paused') };
    case 'past':
      return stopped ? { look: 'neutral', label: t('medication.state-stopped') } : undefined;
    case 'current':
      return uses[0]?.state === 'not-used' ? { look: 'att', label: t('medication.state-not-used') } : undefined;
    default:
      return undefined;
  }
}

/** The medicine by the name that it came with. */
export function Name({ t, of }: { t: Translate; of: Pick<Medicine, 'name'> }) {
  return of.name === undefined ? t('medication.no-name') : <SaidWords t={t} said={of.name} />;
}

/** Words of the source one after another; nothing where there are none. */
export const Words = ({ t, all }: { t: Translate; all: readonly Said[] }) => <SaidList t={t} all={all} />;

export const namesInWords = (t: Translate, all: readonly string[]): string =>
  listInWords(t.language, [...new Set(all)]);
