/** Who somebody is: Patient and the people to call, after nl-core. */
import type { FhirResource } from '../../ehr';
import type { Person } from '../describe';
import { dayOf, type Setting, shownName, subject } from '../setting';
import { type Coded, concept, EXT, given, HL7, profile } from './base';
import { practiceReference } from './directory';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';
const HUMAN_NAME = 'http://hl7.org/fhir/StructureDefinition/humanname-';
const ADDRESS_USE = `${HL7}v3-AddressUse`;
const ROLE = 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472';

type Name = Pick<Person, 'name'>;

export function patient(person: Person, setting: Setting): FhirResource {
  const { address, phone, email } = person;
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: profile('Patient'),
    identifier: [
      ...(person.bsn === undefined
        ? []
        : [{ system: BSN, value: person.bsn, ...(person.unverified ? { use: 'temp' } : {}) }]),
      { system: `urn:inzage:demo:${setting.organisation}`, value: person.number },
    ],
    name: humanName(person),
    ...telecom(phone, email),
    gender: person.sex,
    birthDate: person.born,
    ...(person.died === undefined ? {} : { deceasedDateTime: dayOf(setting, person.died) }),
    ...given('address', address && [addressOf(address)]),
    generalPractitioner: [practiceReference(setting, person.gp)],
  };
}

/** Initials as nl-core separates them, the prefix kept apart, and what somebody is called daily. */
function humanName({
  name,
}: {
  readonly name: Omit<Person['name'], 'given'> & { readonly given?: string | undefined };
}) {
  const initials = name.initials.split('.').filter(Boolean);
  const prefix = name.prefix && {
    _family: {
      extension: [
        { url: `${HUMAN_NAME}own-prefix`, valueString: name.prefix },
        { url: `${HUMAN_NAME}own-name`, valueString: name.family },
      ],
    },
  };
  return [
    {
      use: 'official',
      text: shownName({ name } as Name),
      family: [name.prefix, name.family].filter(Boolean).join(' '),
      ...(prefix || {}),
      given: initials.map((letter) => `${letter}.`),
      _given: initials.map(() => ({
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: 'IN' }],
      })),
    },
    ...(name.given === undefined ? [] : [{ use: 'usual', given: [name.given] }]),
  ];
}

function telecom(phone: string | undefined, email: string | undefined) {
  const mobile = phone?.startsWith('06') ?? false;
  const numbers =
    phone === undefined
      ? []
      : [
          {
            system: 'phone',
            ...(mobile
              ? {
                  _system: {
                    extension: [
                      {
                        url: `${EXT}CodeSpecification`,
                        valueCodeableConcept: concept(ADDRESS_USE, 'MC', 'Mobile Phone'),
                      },
                    ],
                  },
                }
              : { use: 'home' }),
            value: phone,
          },
        ];
  const all = [...numbers, ...(email === undefined ? [] : [{ system: 'email', value: email, use: 'home' }])];
  return all.length === 0 ? {} : { telecom: all };
}

export function addressOf({ street, number, postalCode, city }: NonNullable<Person['address']>) {
  return {
    extension: [
      {
        url: `${EXT}AddressInformation.AddressType`,
        valueCodeableConcept: concept(ADDRESS_USE, 'HP', 'Primary Home'),
      },
    ],
    use: 'home',
    type: 'both',
    line: [`${street} ${number}`],
    _line: [
      {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName', valueString: street },
          { url: 'http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-houseNumber', valueString: number },
        ],
      },
    ],
    city,
    postalCode,
    country: 'Nederland',
  };
}

type Contact = Person['contacts'][number];

const ROLES: Record<Contact['role'], Coded> = {
  first: ['01', 'Eerste relatie/contactpersoon'],
  second: ['02', 'Tweede relatie/contactpersoon'],
  representative: ['03', 'Curator (juridisch)'],
  carer: ['05', 'Mantelzorger'],
};

const RELATIONS: Record<Contact['relation'], { readonly female: Coded; readonly male: Coded }> = {
  partner: { female: ['SPS', 'Partner'], male: ['SPS', 'Partner'] },
  child: { female: ['DAU', 'Dochter'], male: ['SON', 'Zoon'] },
  parent: { female: ['MTH', 'Moeder'], male: ['FTH', 'Vader'] },
  sibling: { female: ['SIS', 'Zus'], male: ['BRO', 'Broer'] },
  friend: { female: ['FRND', 'Vriendin'], male: ['FRND', 'Vriend'] },
  neighbour: { female: ['NBOR', 'Buurvrouw'], male: ['NBOR', 'Buurman'] },
  guardian: { female: ['GUARD', 'Voogd'], male: ['GUARD', 'Voogd'] },
};

export function contactPerson(person: Person, contact: Contact, index: number): FhirResource {
  return {
    resourceType: 'RelatedPerson',
    id: `${person.id}-contact-${index}`,
    meta: profile('ContactPerson'),
    patient: subject(person),
    relationship: [
      concept(ROLE, ...ROLES[contact.role]),
      concept(`${HL7}v3-RoleCode`, ...RELATIONS[contact.relation][contact.sex ?? 'female']),
    ],
    name: humanName(contact),
    ...telecom(contact.phone, undefined),
  };
}
