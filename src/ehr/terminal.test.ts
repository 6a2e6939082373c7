import { expect, test } from 'vitest';
import { prepare } from './prepare';
import { Tally } from './report';

const told = (resource: { resourceType: string; id?: unknown }) => {
  const tally = new Tally();
  const outcome = prepare({ file: 'a.json', resource });
  if ('hash' in outcome) throw new Error('it was taken');
  tally.refuse(outcome);
  return JSON.stringify(tally.report({ openReferences: 0, open: [], patients: 0, seconds: 0 }));
};

test.each([
  { resourceType: '\u001b[2J\u009b31m', id: '1' },
  { resourceType: 'Patient', id: '\u001b]0;title\u0007' },
  { resourceType: 'Patient', id: '1\n2' },
  { resourceType: 'Patient', id: '1', gender: '\u001b[2J' },
])('PS-03 the report of an import says nothing to the terminal: %j', (resource) => {
  expect(told(resource)).not.toMatch(/\\u00[01]|\\n|[\u007f-\u009f]/);
});

test('PS-03 the report of an import stays short, whatever a type or a name is', () => {
  const long = 'x'.repeat(100_000);
  expect(told({ resourceType: long, id: long }).length).toBeLessThan(2_000);
});
