import { expect, test } from 'vitest';
import { resourcesOfText } from './read';
import { Tally } from './report';

test.each(['{"name": "Jansen", "bsn": 999990032,]', '["Jansen 999990032",]', 'Jansen 999990032'])(
  'PS-03 what is said of a file that is no JSON holds nothing of it: %s',
  (text) => {
    const [unreadable] = [...resourcesOfText('a.json', text)];
    expect(unreadable).toMatchObject({ reason: 'not-json' });
    expect(JSON.stringify(unreadable)).not.toMatch(/Jansen|99990032/);
  },
);

test('PS-03 no BSN stands in the report of an import, whoever quoted it', () => {
  const tally = new Tally();
  tally.refuse({ file: 'a.json', reason: 'not-fhir', detail: 'Invalid value 999990032 in gender' });
  const report = tally.report({ openReferences: 0, open: [], patients: 0, seconds: 0 });
  expect(report.refused).toEqual([
    { file: 'a.json', resource: null, reason: 'not-fhir', detail: 'Invalid value [bsn] in gender' },
  ]);
});
