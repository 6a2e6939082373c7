/** One contact with the GP as a page shows it: the note, and what was measured, prescribed and arranged with it. */
import type { Encounter, Observation } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { formatDate } from '../platform/time';
import {
  absentText,
  conceptText,
  dateText,
  type EntryOf,
  type Names,
  type NoteSection,
  noteSections,
  type Said,
  soepOf,
  valueText,
} from '../zib';
import type { Related } from './store';

export interface Measured {
  readonly id: string;
  readonly name: Said;
  readonly values: readonly Said[];
}

/** Something with a page of its own, or just a name. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly href: string | undefined;
}

export interface Contact {
  readonly entry: EntryOf<'Composition'>;
  readonly date: string | undefined;
  /** 'Consult', 'Visite', 'Telefonisch consult'. */
  readonly kind: Said | undefined;
  readonly people: readonly string[];
  readonly sections: readonly NoteSection[];
  readonly measured: readonly Measured[];
  readonly results: readonly Named[];
  readonly medicines: readonly Named[];
  readonly treatments: readonly Named[];
  readonly referrals: readonly Named[];
  readonly letters: readonly Named[];
}

/** Addresses of pages that hold more, where this reader has them. */
export interface Addresses {
  readonly result: ((id: string) => string) | undefined;
  readonly letter: ((id: string) => string) | undefined;
}

export function contactOf(
  t: Translate,
  note: EntryOf<'Composition'>,
  encounter: EntryOf<'Encounter'> | undefined,
  related: readonly Related[],
  names: Names,
  addresses: Addresses,
): Contact {
  const { content } = note;
  const own = encounter === undefined ? [] : related.filter(({ encounterId }) => encounterId === encounter.id);
  const inRoom = (room: Related['room'], ...types: Related['type'][]) =>
    own.filter((one) => one.room === room && (types.length === 0 || types.includes(one.type)));
  const day = content.date ?? encounter?.content.period?.start;
  return {
    entry: note,
    date:
      day !== undefined
        ? dateText(t, day)
        : note.effectiveOn === null
          ? undefined
          : formatDate(t.language, note.effectiveOn),
    kind: encounter && kindOf(t, encounter.content),
    people: peopleOf(content, encounter?.content, names),
    sections: noteSections(content),
    measured: inRoom('record', 'Observation').flatMap((one) => measuredOf(t, one) ?? []),
    results: named(inRoom('results'), addresses.result),
    medicines: named(inRoom('medication')),
    treatments: named(inRoom('record', 'Procedure')),
    referrals: named(inRoom('record', 'ServiceRequest')),
    letters: named(inRoom('documents'), addresses.letter),
  };
}

const named = (all: readonly Related[], address?: (id: string) => string): Named[] =>
  all.flatMap(({ id, title }) => (title === null ? [] : [{ id, title, href: address?.(id) }]));

function kindOf(t: Translate, { type, class: setting }: Encounter): Said | undefined {
  const said = (type ?? []).flatMap((concept) => conceptText(concept) ?? [])[0];
  if (said !== undefined) return said;
  const code = setting?.code;
  if (code === 'AMB' || code === 'HH' || code === 'VR') return { text: t(`gp.contact-${code}`) };
  return undefined;
}

function peopleOf(
  note: EntryOf<'Composition'>['content'],
  encounter: Encounter | undefined,
  names: Names,
): readonly string[] {
  const authors = (note.author ?? []).flatMap((author) => names.of(author, note) ?? []);
  if (authors.length > 0) return [...new Set(authors)];
  const present = (encounter?.participant ?? []).flatMap(({ individual }) => names.of(individual, encounter) ?? []);
  return [...new Set(present)];
}

/** A measurement; a line of the note that came as an observation of its own is none. */
function measuredOf(t: Translate, { id, title, content }: Related): Measured | undefined {
  const observation = content as Observation;
  if (soepOf(observation.code) !== undefined) return undefined;
  const name = conceptText(observation.code) ?? (title === null ? undefined : { text: title });
  if (name === undefined) return undefined;
  const components = (observation.component ?? []).flatMap((component): Said[] => {
    const part = conceptText(component.code);
    const value = valueText(t, component);
    return value === undefined ? [] : [part === undefined ? value : { ...part, text: `${part.text}: ${value.text}` }];
  });
  const value = valueText(t, observation) ?? (components.length > 0 ? undefined : absentText(observation));
  return { id, name, values: value === undefined ? components : [value, ...components] };
}
