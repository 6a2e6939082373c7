/** What a GP practice keeps: episodes, and of each contact what was said, found, thought and agreed. */
import type { FhirResource } from '../../ehr';
import type { Person } from '../describe';
import { dayOf, moment, roleOf, type Setting, subject } from '../setting';
import { ACT, concept, EXT, given, LOINC, narrative, profile } from './base';

type Episode = Person['episodes'][number];

const ICPC = 'http://hl7.org/fhir/sid/icpc-1-nl';
const LINE = 'http://fhir.nl/fhir/NamingSystem/journaalregeltypen';
const KINDS = {
  visit: { act: 'AMB', text: 'Consult', minutes: 10 },
  phone: { act: 'VR', text: 'Telefonisch consult', minutes: 5 },
  home: { act: 'HH', text: 'Visite', minutes: 25 },
  'e-consult': { act: 'VR', text: 'E-consult', minutes: 5 },
} as const;

export function episodeOfCare(person: Person, episode: Episode, index: number, setting: Setting): FhirResource[] {
  const id = `${person.id}-episode-${index}`;
  const { title, icpc, icpcText, since, until } = episode;
  const status = until === undefined ? 'active' : 'finished';
  return [
    {
      resourceType: 'Condition',
      id: `${id}-klacht`,
      meta: profile('Problem'),
      clinicalStatus: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
            code: until === undefined ? 'active' : 'resolved',
          },
        ],
      },
      code: { coding: [{ system: ICPC, code: icpc, display: icpcText }], text: title },
      subject: subject(person),
      onsetDateTime: dayOf(setting, since),
      ...given('abatementDateTime', until === undefined ? undefined : dayOf(setting, until)),
    },
    {
      resourceType: 'EpisodeOfCare',
      id,
      meta: profile('EpisodeOfCare'),
      extension: [{ url: `${EXT}EpisodeOfCare.EpisodeOfCareName`, valueString: title }],
      status,
      diagnosis: [{ condition: { reference: `Condition/${id}-klacht`, type: 'Condition', display: icpcText } }],
      patient: subject(person),
      period: {
        start: dayOf(setting, since),
        ...given('end', until === undefined ? undefined : dayOf(setting, until)),
      },
    },
    ...episode.notes.flatMap((_, place) => contactOf(person, episode, { id, index: place }, setting)),
  ];
}

/** The contact and its report in four lines. */
function contactOf(
  person: Person,
  episode: Episode,
  at: { readonly id: string; readonly index: number },
  setting: Setting,
): FhirResource[] {
  const note = episode.notes[at.index];
  if (note === undefined) return [];
  const id = `${at.id}-contact-${at.index}`;
  const kind = KINDS[note.kind];
  const start = moment(setting, note.day, note.time);
  const who = note.by === undefined ? undefined : roleOf(setting, note.by);
  const about = { reference: `EpisodeOfCare/${at.id}`, type: 'EpisodeOfCare', display: episode.title };
  const lines = (['s', 'o', 'e', 'p'] as const).flatMap((letter) => {
    const text = note[letter];
    return text === undefined
      ? []
      : [{ code: concept(LINE, letter.toUpperCase(), WORDS[letter]), text: narrative(text) }];
  });
  return [
    {
      resourceType: 'Encounter',
      id,
      meta: profile('Encounter'),
      status: 'finished',
      class: { system: ACT, code: kind.act },
      type: [{ text: kind.text }],
      serviceType: { coding: [{ system: `urn:inzage:demo:${setting.organisation}:clinic`, code: 'praktijk' }] },
      subject: subject(person),
      episodeOfCare: [about],
      ...given('participant', who && [{ individual: who }]),
      period: { start, end: new Date(Date.parse(start) + kind.minutes * 60_000).toISOString() },
    },
    {
      resourceType: 'Composition',
      id: `${id}-verslag`,
      status: 'final',
      type: concept(LOINC, '67781-5', 'Samenvatting van een contact'),
      subject: subject(person),
      encounter: { reference: `Encounter/${id}` },
      date: start,
      author: [who ?? { display: setting.organisation }],
      title: note.e ?? episode.title,
      section: lines.map((line) => ({ ...line, entry: [about] })),
    },
  ];
}

const WORDS = { s: 'Subjectief', o: 'Objectief', e: 'Evaluatie', p: 'Plan' } as const;
