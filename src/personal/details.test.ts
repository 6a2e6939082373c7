import type { Patient } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { displayLanguage } from '../zib';
import * as details from './details';

const day = '2026-11-23';
const bsn = (value: string | undefined, use?: string) =>
  ({
    resourceType: 'Patient',
    identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value, use }],
  }) as Patient;

describe('DO-07 what the source says of somebody', () => {
  test('a relation in Dutch is no English because its code system is', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';
    expect(['Dochter', 'Partner', 'Buurvrouw', 'Zus'].map((word) => displayLanguage(word, system))).toEqual(
      Array(4).fill(undefined),
    );
    expect(['Husband', 'Daughter', 'Neighbor'].map((word) => displayLanguage(word, system))).toEqual(
      Array(3).fill('en'),
    );
  });

  test.each<[Patient | undefined, string | undefined]>([
    [bsn('999990019'), '019'],
    [bsn(undefined), undefined],
    [bsn('99999001'), undefined],
    [bsn('999990019', 'old'), undefined],
    [undefined, undefined],
  ])('of a BSN the last three digits alone (%#)', (patient, ending) => {
    expect(details.bsnEnding(patient)).toBe(ending);
  });

  test('first names, not initials', () => {
    const named = (given: string[], qualifiers: string[]) =>
      ({
        resourceType: 'Patient',
        name: [
          {
            use: 'official',
            family: 'Tromp',
            given,
            _given: qualifiers.map((valueCode) => ({
              extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode }],
            })),
          },
          { use: 'usual', given: ['Wim'] },
        ],
      }) as unknown as Patient;
    expect(details.firstNames(named(['Willem', 'Jan'], ['BR', 'BR']))).toBe('Willem Jan');
    expect(details.firstNames(named(['Hendrik', 'J.'], ['BR', 'IN']))).toBe('Hendrik');
    expect(details.firstNames(named(['W.', 'J.'], ['IN', 'IN']))).toBeUndefined();
    expect(details.firstNames(undefined)).toBeUndefined();
  });

  test('telephone numbers that hold now, with their kind', () => {
    expect(
      details
        .phonesOf(
          [
            { system: 'phone', value: '06 5555 0101' },
            { system: 'phone', value: '0255 555 010', use: 'home' },
            { system: 'phone', value: '0255 555 011', use: 'old' },
            { system: 'phone', value: '0255 555 012', period: { end: '2026-11-22' } },
            { system: 'phone', value: '0255 555 013', use: 'work', period: { start: '2026', end: '2026' } },
            { system: 'phone' },
            { system: 'fax', value: '1' },
          ],
          day,
        )
        .map(({ kind, number }) => `${kind} ${number}`),
    ).toEqual(['mobile 06 5555 0101', 'home 0255 555 010', 'work 0255 555 013']);
    expect(details.emailsOf([{ system: 'email', value: 'w@voorbeeld.example' }], day)).toEqual(['w@voorbeeld.example']);
  });

  test('addresses that hold now, the home first; a country only abroad', () => {
    const addresses = details.addressesOf(
      [
        { use: 'temp', line: ['Rue 1'], city: 'Lille', country: 'Frankrijk' },
        {
          use: 'home',
          type: 'both',
          line: ['Duinweg 1'],
          postalCode: '1999 AB',
          city: 'Zandoord',
          country: 'Nederland',
        },
        { use: 'home', line: ['Oud 1'], period: { end: '2020' } },
        { use: 'old', line: ['Ouder 1'] },
        { type: 'postal', text: 'Postbus 1' },
        {},
      ],
      day,
    );
    expect(addresses).toEqual([
      { kind: 'home', lines: ['Duinweg 1', '1999 AB Zandoord'] },
      { kind: 'temporary', lines: ['Rue 1', 'Lille', 'Frankrijk'] },
      { kind: 'post', lines: ['Postbus 1'] },
    ]);
  });

  test('contact persons from both places; nobody who is not one any more', () => {
    const contacts = details.contactsOf(
      { resourceType: 'Patient', contact: [{ name: { family: 'Boer' } }] },
      [
        { resourceType: 'RelatedPerson', patient: {}, name: [{ text: 'Jan de Wit' }] },
        { resourceType: 'RelatedPerson', patient: {}, active: false, name: [{ text: 'Weg' }] },
        { resourceType: 'RelatedPerson', patient: {}, name: [{ text: 'Voorbij' }], period: { end: '2020-01-01' } },
      ],
      day,
    );
    expect(contacts.map(({ name }) => name)).toEqual(['Boer', 'Jan de Wit']);
  });

  test('who pays now, without anything of a bank', () => {
    const payor = [{ display: 'Zorgverzekeraar X' }];
    const found = details.insurancesOf(
      [
        {
          resourceType: 'Coverage',
          status: 'active',
          beneficiary: {},
          payor,
          subscriberId: '12',
          extension: [
            { url: 'http://nictiz.nl/fhir/StructureDefinition/ext-Payer.BankInformation', valueString: 'NL85' },
          ],
        },
        { resourceType: 'Coverage', status: 'cancelled', beneficiary: {}, payor },
        { resourceType: 'Coverage', status: 'active', beneficiary: {}, payor, period: { start: '2027-01-01' } },
      ],
      day,
    );
    expect(found).toEqual([{ payor, type: undefined, number: '12' }]);
    expect(JSON.stringify(found)).not.toContain('NL85');
  });
});
