/** The GP's record: subjects (episodes) and the notes of contacts that belong to them, read from FHIR. */
import type { EpisodeOfCare, Extension } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { conceptText, dateText, type EntryOf, type Names, referencedId, type Said } from '../zib';

/** Of Composition: a GP's contact (MedMij GP data: 'Summarization of encounter note'). */
export const noteCode = 'http://loinc.org|67781-5';

/** Of Composition: what a patient takes along from a visit; it stands with the appointment. */
export const visitSummaryCode = 'http://loinc.org|34133-9';

/** A note without its text: enough to say which subjects it belongs to. Newest first wherever there are several. */
export interface NoteLine {
  readonly id: string;
  readonly encounterId: string | null;
  readonly effectiveOn: string | null;
  /** Literal references to episodes: of its contact, else of its own lines. */
  readonly episodes: readonly string[];
}

export interface Episode {
  readonly entry: EntryOf<'EpisodeOfCare'>;
  readonly name: Said | undefined;
  /** What it is filed under, where that says more than the name. */
  readonly diagnoses: readonly Said[];
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly open: boolean;
  readonly remarks: readonly string[];
  readonly notes: readonly NoteLine[];
}

/** Notes by the subject that they belong to. */
export interface Grouped {
  /** By identifier of the episode. */
  readonly of: ReadonlyMap<string, readonly NoteLine[]>;
  /** Notes that belong to no subject that is here. */
  readonly loose: readonly NoteLine[];
}

/** `episodes` are those that this reader sees; a note of several subjects stands with each. */
export function groupNotes(episodes: readonly { readonly id: string }[], notes: readonly NoteLine[]): Grouped {
  const of = new Map<string, NoteLine[]>(episodes.map(({ id }) => [id, []]));
  const loose: NoteLine[] = [];
  for (const note of notes) {
    const named = new Set(note.episodes.flatMap((reference) => referencedId({ reference }) ?? []));
    const lists = [...named].flatMap((id) => {
      const list = of.get(id);
      return list === undefined ? [] : [list];
    });
    for (const list of lists.length === 0 ? [loose] : lists) list.push(note);
  }
  return { of, loose };
}

export interface Episodes {
  readonly open: readonly Episode[];
  readonly closed: readonly Episode[];
}

/** Subjects with their notes: the one of the latest contact first. */
export function episodesOf(
  t: Translate,
  entries: readonly EntryOf<'EpisodeOfCare'>[],
  grouped: Grouped,
  names: Names,
): Episodes {
  const all = entries
    .map((entry) => episodeOf(t, entry, grouped.of.get(entry.id) ?? [], names))
    .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : 0));
  return { open: all.filter(({ open }) => open), closed: all.filter(({ open }) => !open) };
}

const lastDay = ({ notes, entry }: Episode): string => notes[0]?.effectiveOn ?? entry.effectiveOn ?? '';

export function episodeOf(
  t: Translate,
  entry: EntryOf<'EpisodeOfCare'>,
  notes: readonly NoteLine[],
  names: Names,
): Episode {
  const { content } = entry;
  const diagnoses = (content.diagnosis ?? []).flatMap(({ condition }): Said[] => {
    const text = names.of(condition, content);
    return text === undefined ? [] : [{ text }];
  });
  const own = nameOf(content);
  const name = own ?? diagnoses[0] ?? conceptText(content.type?.[0]);
  const { start, end } = content.period ?? {};
  return {
    entry,
    name,
    diagnoses: diagnoses.filter(({ text }) => text.toLowerCase() !== name?.text.toLowerCase()),
    since: start === undefined ? undefined : dateText(t, start),
    until: end === undefined ? undefined : dateText(t, end),
    open: !OVER.has(content.status ?? ''),
    remarks: extensionText(content, /\/ext-Comment$/),
    notes,
  };
}

const OVER = new Set(['finished', 'cancelled']);

/** What the practice calls the subject: nl-core's extension, or that of MedMij's GP data. */
const NAME = /\/(ext-EpisodeOfCare\.EpisodeOfCareName|EpisodeOfCare-Title)$/;

function nameOf(content: EpisodeOfCare): Said | undefined {
  const [text] = extensionText(content, NAME);
  return text === undefined ? undefined : { text };
}

const extensionText = ({ extension }: EpisodeOfCare, url: RegExp): string[] =>
  (extension ?? []).flatMap((each: Extension) =>
    each.url !== undefined && url.test(each.url) ? each.valueString?.trim() || [] : [],
  );

export const notesOnPage = 15;

/** A page of notes from a note on; the first where that note is not among them. */
export function pageOf(
  notes: readonly NoteLine[],
  from: string | undefined,
): { readonly shown: readonly NoteLine[]; readonly next: NoteLine | undefined } {
  const start = Math.max(
    0,
    notes.findIndex(({ id }) => id === from),
  );
  return { shown: notes.slice(start, start + notesOnPage), next: notes[start + notesOnPage] };
}
