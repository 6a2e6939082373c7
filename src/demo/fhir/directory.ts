/** Who works for the organisation, where, and the practices around it. */
import type { FhirResource } from '../../ehr';
import type { Setting } from '../setting';
import { profile } from './base';

const TYPE = 'http://nictiz.nl/fhir/NamingSystem/organization-type';
/** Practices in the neighbourhood, the first of which is that of whoever is not said to have another. */
const PRACTICES = ['Huisartsen De Drecht', 'Huisartsenpraktijk Lindelaan', 'Gezondheidscentrum Het Anker'] as const;

export const practiceReference = ({ organisation }: Pick<Setting, 'organisation'>, place = 0) => ({
  reference: `Organization/${practiceId(organisation, place)}`,
  type: 'Organization',
  display: PRACTICES[place % PRACTICES.length] ?? PRACTICES[0],
});

const practiceId = (organisation: string, place: number) =>
  place % PRACTICES.length === 0 ? `${organisation}-huisarts` : `${organisation}-huisarts-${place % PRACTICES.length}`;

export function directory({ organisation, providers }: Setting): FhirResource[] {
  return [
    ...PRACTICES.map((name, place) => practice(practiceId(organisation, place), name)),
    ...Object.entries(providers).flatMap(([id, { name, work }]) => [
      {
        resourceType: 'Practitioner',
        id: `${organisation}-${id}`,
        meta: profile('HealthProfessional-Practitioner'),
        name: [{ use: 'official', text: name, family: name.split(' ').at(-1) }],
      },
      {
        resourceType: 'PractitionerRole',
        id: `${organisation}-${id}`,
        meta: profile('HealthProfessional-PractitionerRole'),
        practitioner: {
          reference: `Practitioner/${organisation}-${id}`,
          type: 'Practitioner',
          display: `${name}, ${work}`,
        },
        specialty: [{ text: work }],
      },
    ]),
  ];
}

const practice = (id: string, name: string): FhirResource => ({
  resourceType: 'Organization',
  id,
  meta: profile('HealthcareProvider-Organization'),
  type: [{ coding: [{ system: TYPE, code: 'Z3', display: 'Huisartspraktijk (zelfstandig of groepspraktijk)' }] }],
  name,
});
