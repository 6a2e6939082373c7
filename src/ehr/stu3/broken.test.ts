import { expect, test } from 'vitest';
import { dice, mutate } from '../../../tests/support/mutate';
import { careRows } from '../../../tests/support/stu3/care';
import { medicationRows } from '../../../tests/support/stu3/medication';
import { recordRows } from '../../../tests/support/stu3/record';
import type { FhirResource } from '../json';
import { prepare } from '../prepare';
import { resourcesOfText } from '../read';

const COUNT = process.env.INZAGE_PROVE ? 20_000 : 600;

const sound = [...medicationRows, ...careRows, ...recordRows].map(
  ([resourceType, , source], place): FhirResource => ({ resourceType, id: `x${place}`, ...source }),
);

test(`EH-01 ${COUNT} broken resources of STU3 are each taken or refused with a reason, never an exception`, () => {
  const random = dice(20261123);
  let refused = 0;
  for (let index = 0; index < COUNT; index++) {
    const resource = sound[Math.floor(random() * sound.length)];
    if (resource === undefined) throw new Error('nothing to break');
    const text = JSON.stringify(mutate(resource, random, sound));
    for (const item of resourcesOfText('broken', text, { fhir: 'stu3' })) {
      const outcome = 'resource' in item ? prepare(item) : item;
      if ('reason' in outcome) refused++;
      else expect(outcome.hash).toMatch(/^[\w-]{43}$/);
    }
  }
  expect(refused).toBeGreaterThan(COUNT / 20);
}, 600_000);
