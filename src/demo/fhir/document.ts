/** Letters, reports of consultations and visit summaries. */
import type { FhirResource } from '../../ehr';
import type { Appointment, Person } from '../describe';
import { dayOf, moment, roleOf, type Setting, shownName, subject } from '../setting';
import { concept, given, LOINC, narrative } from './base';
import { smallPdf } from './pdf';

type Letter = Person['letters'][number];

const TYPES = {
  letter: concept(LOINC, '51852-2', 'Brief'),
  consult: concept(LOINC, '11488-4', 'Verslag van een consult'),
  summary: concept(LOINC, '34133-9', 'Samenvatting van een bezoek'),
} as const;

interface Told {
  readonly title: string;
  readonly text: string;
}

const sections = (parts: readonly Told[]) => parts.map(({ title, text }) => ({ title, text: narrative(text) }));

const authorOf = (setting: Setting, by: string | undefined) => [
  by === undefined ? { display: setting.organisation } : roleOf(setting, by),
];

/** FHIR R4 has no place for whom a letter was sent to: IHE's extension (MHD) says it. */
const recipientOf = (to: string | undefined) =>
  given(
    'extension',
    to === undefined
      ? undefined
      : [
          {
            url: 'https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-intendedRecipient',
            valueReference: { display: to },
          },
        ],
  );

/** As sections, as plain text or as a PDF. */
export function letter(person: Person, written: Letter, index: number, setting: Setting): FhirResource {
  const { kind, title, day, time, visit, by, to } = written;
  const id = `${person.id}-brief-${index}`;
  const date = moment(setting, day, time);
  const about = visit === undefined ? undefined : { reference: `Encounter/${person.id}-${visit}` };
  if (kind === 'sections' || kind === 'consult')
    return {
      resourceType: 'Composition',
      id,
      ...recipientOf(to),
      status: 'final',
      type: kind === 'consult' ? TYPES.consult : TYPES.letter,
      subject: subject(person),
      ...given('encounter', about),
      date,
      author: authorOf(setting, by),
      title,
      section: sections(written.sections),
    };
  return {
    resourceType: 'DocumentReference',
    id,
    ...recipientOf(to),
    status: 'current',
    docStatus: 'final',
    type: TYPES.letter,
    subject: subject(person),
    date,
    author: authorOf(setting, by),
    description: title,
    content: [{ attachment: attachment(person, written, setting, date) }],
    ...given('context', about && { encounter: [about] }),
  };
}

function attachment(
  person: Person,
  { kind, title, sections: parts, to, day, by }: Letter,
  setting: Setting,
  date: string,
) {
  const signed = by === undefined ? [] : ['Met vriendelijke groet,', roleOf(setting, by).display];
  const lines = [
    ...(to === undefined ? [] : [`Aan: ${to}`]),
    `Betreft: ${shownName(person)}, geboren ${person.born}`,
    `Datum: ${dayOf(setting, day)}`,
    ...parts.flatMap(({ title: heading, text }) => [heading, ...text.split(/\n\s*\n/)]),
    ...signed,
  ];
  const bytes = kind === 'pdf' ? smallPdf(title, lines) : Buffer.from(`${title}\n\n${lines.join('\n\n')}\n`, 'utf8');
  return {
    contentType: kind === 'pdf' ? 'application/pdf' : 'text/plain; charset=utf-8',
    language: 'nl',
    data: bytes.toString('base64'),
    title: kind === 'pdf' ? `${title}.pdf` : `${title}.txt`,
    creation: date,
  };
}

/** What was agreed at a visit; it hangs on the visit, and the visit on the appointment. */
export function visitSummary(
  person: Person,
  { summary, title }: Appointment,
  index: number,
  ended: Date,
  setting: Setting,
): FhirResource[] {
  if (summary === undefined) return [];
  return [
    {
      resourceType: 'Composition',
      id: `${person.id}-bezoekverslag-${index}`,
      status: 'final',
      type: TYPES.summary,
      subject: subject(person),
      encounter: { reference: `Encounter/${person.id}-afspraak-${index}` },
      date: new Date(ended.getTime() + 15 * 60_000).toISOString(),
      author: authorOf(setting, summary.by),
      title,
      section: sections(summary.sections),
    },
  ];
}
