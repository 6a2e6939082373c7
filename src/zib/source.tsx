import type { Reference } from '@medplum/fhirtypes';
import type { Visit } from '../house';
import { isObject, objectsOf, textOf } from '../platform/json';
import { formatDate } from '../platform/time';
import type { AnyEntry } from './entries';
import { dateText } from './moment';
import type { Names } from './names';

/** Who says it and when it was written down (DO-02). */
export interface AuthorAndDate {
  readonly author: string | undefined;
  /** The patient said it. */
  readonly byPatient: boolean;
  /** A FHIR date, as exact as the source knew. */
  readonly on: string | undefined;
}

const WRITTEN = [
  'recordedDate',
  'recorded',
  'dateAsserted',
  'authoredOn',
  'issued',
  'created',
  'date',
  'dateTime',
  'statusDate',
];
const AUTHORS = [
  'asserter',
  'recorder',
  'author',
  'informationSource',
  'source',
  'performer',
  'requester',
  'assessor',
  'expressedBy',
  'participant',
  'careManager',
] as const;

/** Who says it and when it was written down; what the source leaves out stays undefined. */
export function authorAndDate({ content }: Pick<AnyEntry, 'content'>, names: Names): AuthorAndDate {
  const resource = content as unknown as Readonly<Record<string, unknown>>;
  // The date of a wish is when it was spoken of or signed; who is asked to do something is not who says so.
  const written = resource.resourceType === 'Consent' ? WRITTEN.filter((name) => name !== 'dateTime') : WRITTEN;
  const authors = 'intent' in resource ? AUTHORS.filter((name) => name !== 'performer') : AUTHORS;
  const on = written.map((name) => textOf(resource[name])).find(Boolean);
  for (const reference of authors.flatMap((name) => objectsOf(resource[name]).map(referenceIn))) {
    if (reference === undefined) continue;
    if (/(^|\/)Patient\//.test(reference.reference ?? '')) return { author: undefined, byPatient: true, on };
    const author = names.of(reference, content);
    if (author !== undefined) return { author, byPatient: false, on };
  }
  return { author: undefined, byPatient: false, on };
}

/** A performer or participant holds its reference one level down. */
function referenceIn(value: Readonly<Record<string, unknown>>): Reference | undefined {
  const inner = [value.actor, value.individual, value.member].find(isObject);
  const reference = inner ?? value;
  return 'reference' in reference || 'display' in reference ? (reference as Reference) : undefined;
}

interface SourceLineProps {
  readonly visit: Visit;
  readonly entry: AnyEntry;
  readonly names: Names;
}

/** Who says it: the author, else the organisation; with the location where it is known. */
export function sourceName({ visit, entry, names }: SourceLineProps): string {
  const { t, organisation } = visit;
  const { author, byPatient } = authorAndDate(entry, names);
  const own = organisation.about.locations.find(({ slug }) => slug === entry.location);
  const place = own === undefined ? '' : t('zib.source-location', { location: own.name });
  return `${byPatient ? t('zib.source-patient') : (author ?? organisation.about.name)}${place}`;
}

/** 'Vastgelegd op 3 november 2026 door dr. S. Okafor, locatie Zeeweg.' What is unknown is left out; never nothing. */
export function sourceText(props: SourceLineProps): string {
  const { visit, entry, names } = props;
  const { t } = visit;
  const { on } = authorAndDate(entry, names);
  const by = sourceName(props);
  if (on !== undefined) return t('zib.source-recorded', { exact: exactness(on), date: dateText(t, on), by });
  return t('zib.source-received', { date: formatDate(t.language, entry.receivedAt), by });
}

/** Of a month or a year one says 'in', of a day 'op'. */
const exactness = (date: string | undefined) => ((date ?? '').length < 8 ? 'month' : 'day');

/** DO-02: source and date of a fact, small. */
export function SourceLine(props: SourceLineProps) {
  return <span class="pp-small pp-muted">{sourceText(props)}</span>;
}
