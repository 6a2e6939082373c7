import { expect, test } from 'vitest';
import { wentOnAt } from './lasting';

const began = '2020-07-01';
const condition = (clinical: string, more = {}) => ({
  resourceType: 'Condition',
  clinicalStatus: { coding: [{ code: clinical }] },
  onsetDateTime: '2009',
  ...more,
});

test.each([
  ['an episode that is open', { resourceType: 'EpisodeOfCare', status: 'active', period: { start: '2014' } }, true],
  [
    'one that ended before',
    { resourceType: 'EpisodeOfCare', status: 'finished', period: { end: '2020-06-30' } },
    false,
  ],
  ['one that ended on the day', { resourceType: 'EpisodeOfCare', status: 'finished', period: { end: began } }, true],
  ['one that ended, nobody says when', { resourceType: 'EpisodeOfCare', status: 'finished' }, false],
  ['a problem that somebody has', condition('active'), true],
  ['a problem of the past', condition('resolved'), false],
  ['one that was over later', condition('resolved', { abatementDateTime: '2021-03' }), true],
  ['an allergy without a status', { resourceType: 'AllergyIntolerance' }, true],
  ['a medicine that is still used', { resourceType: 'MedicationRequest', status: 'active' }, true],
  ['one that was stopped', { resourceType: 'MedicationRequest', status: 'stopped' }, false],
  [
    'one that was used until before',
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      extension: [
        {
          url: 'http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period',
          valuePeriod: { start: '2019-01-01', end: '2019-02-01' },
        },
      ],
    },
    false,
  ],
  ['a wish that holds', { resourceType: 'Consent', status: 'active' }, true],
  ['a goal that is sought', { resourceType: 'Goal', lifecycleStatus: 'active', statusDate: '2015-01-01' }, true],
  ['a goal of before', { resourceType: 'Goal', lifecycleStatus: 'completed', statusDate: '2015-01-01' }, false],
  ['something that happened once', { resourceType: 'Procedure', status: 'completed' }, false],
  ['a name of every object', { resourceType: 'constructor', status: 'active' }, false],
])('DO-10 what went on when the record began: %s', (_, resource, goesOn) => {
  expect(wentOnAt(resource, began)).toBe(goesOn);
});
