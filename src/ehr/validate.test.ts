import { describe, expect, test } from 'vitest';
import { observation, patient } from '../../tests/support/resources';
import type { FhirResource } from './json';
import { prepare } from './prepare';
import { resourcesOfText } from './read';
import { refusalOf, withoutComments } from './validate';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { extension: [nested(depth - 1)] });

describe('what is refused before it reaches the database', () => {
  test.each<[string, FhirResource, object]>([
    [
      'a missing required element',
      { resourceType: 'Observation', id: 'x' },
      { reason: 'not-fhir', path: 'Observation.status' },
    ],
    [
      'an element that R4 does not have',
      observation('x', 'p', '1-1', { extra: 1 }),
      { reason: 'not-fhir', path: 'Observation.extra' },
    ],
    [
      'a date that does not exist',
      observation('x', 'p', '1-1', { effectiveDateTime: '2026-13-45' }),
      { reason: 'not-fhir' },
    ],
    [
      'a status that is not in the list',
      observation('x', 'p', '1-1', { status: 'done' }),
      { reason: 'code-not-in-list', path: 'Observation.status', detail: 'done' },
    ],
    [
      'a code below the top that is not in the list',
      patient('x', null, { contact: [{ name: { text: 'X' }, gender: 'M' }] }),
      { reason: 'code-not-in-list', path: 'Patient.contact.gender' },
    ],
    ['no id', { ...observation('x', 'p', '1-1'), id: undefined }, { reason: 'no-id' }],
    ['an id that is none', observation('a/../b', 'p', '1-1'), { reason: 'no-id' }],
    [
      'a type of another standard',
      { resourceType: 'ReferralRequest', id: 'x' },
      { reason: 'not-r4', path: 'ReferralRequest' },
    ],
    [
      'an element of STU3',
      observation('x', 'p', '1-1', { related: [] }),
      { reason: 'not-r4', path: 'Observation.related' },
    ],
    [
      'a profile of STU3',
      observation('x', 'p', '1-1', {
        meta: { profile: ['http://fhir.nl/fhir/StructureDefinition/nl-core-observation'] },
      }),
      { reason: 'not-r4' },
    ],
    ['a NUL', observation('x', 'p', '1-1', { note: [{ text: 'a\0b' }] }), { reason: 'not-text' }],
    ['half a character', observation('x', 'p', '1-1', { note: [{ text: '\ud800' }] }), { reason: 'not-text' }],
  ])('EH-01 %s', (_, resource, refusal) => {
    expect(refusalOf(resource)).toMatchObject(refusal);
  });

  test('EH-01 a type that the record does not keep, and an appointment that has no time', () => {
    const event = {
      resourceType: 'Subscription',
      id: 'x',
      status: 'off',
      reason: 'x',
      criteria: 'x',
      channel: { type: 'rest-hook' },
    };
    expect(prepare({ file: 'f', resource: event })).toMatchObject({ reason: 'type-not-kept', key: 'Subscription/x' });
    const wish = {
      resourceType: 'Appointment',
      id: 'x',
      status: 'proposed',
      participant: [{ status: 'accepted', actor: { reference: 'Patient/1' } }],
    };
    expect(prepare({ file: 'f', resource: wish })).toMatchObject({ reason: 'appointment-without-time' });
  });

  test('what is in order passes', () => {
    expect(
      refusalOf(observation('x', 'p', '1-1', { note: [{ text: 'Tekst met ’n emoji 🩺 en \\u0000 als woorden' }] })),
    ).toBeUndefined();
    expect(prepare({ file: 'f', resource: observation('x', 'p', '1-1') })).toMatchObject({
      key: 'Observation/x',
      place: 'results',
    });
  });
});

describe('reading', () => {
  const read = (text: string) => [...resourcesOfText('f', text)];

  test.each([
    ['{"a":', 'not-json'],
    ['[]', 'not-fhir'],
    ['{"resourceType":5}', 'not-fhir'],
    ['{"resourceType":"Patient","__proto__":{"id":"x"}}', 'not-fhir'],
    [JSON.stringify({ resourceType: 'Patient', x: nested(200) }), 'too-deep'],
  ])('EH-01 %.40s is refused: %s', (text, reason) => {
    expect(read(text)).toMatchObject([{ file: 'f', reason }]);
  });

  test('what an XML converter left is taken out, everywhere', () => {
    expect(withoutComments({ a: 1, fhir_comments: ['x'], b: [{ c: 2, fhir_comments: ['y'] }] })).toEqual({
      a: 1,
      b: [{ c: 2 }],
    });
  });

  test('a Bundle gives its resources, named and referred to by the names that hold within it', () => {
    const uuid = 'urn:uuid:0195c0de-0000-7000-8000-000000000001';
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { fullUrl: uuid, resource: { resourceType: 'Patient' } },
        { resource: { resourceType: 'Observation', id: 'o', subject: { reference: uuid } } },
        { request: { method: 'DELETE', url: 'Patient/9' } },
        {
          resource: {
            resourceType: 'Bundle',
            type: 'collection',
            entry: [{ resource: { resourceType: 'Flag', id: 'f' } }],
          },
        },
      ],
    };
    expect(read(JSON.stringify(bundle)).map((item) => 'resource' in item && item.resource)).toEqual([
      { resourceType: 'Patient', id: '0195c0de-0000-7000-8000-000000000001' },
      { resourceType: 'Observation', id: 'o', subject: { reference: 'Patient/0195c0de-0000-7000-8000-000000000001' } },
      { resourceType: 'Flag', id: 'f' },
    ]);
  });
});
