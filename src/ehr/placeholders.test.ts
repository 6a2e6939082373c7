import { expect, test } from 'vitest';
import { filled } from './placeholders';

/** As Nictiz writes it. */
const nictiz = (unit: string, count: string) => `$\{DATE, T, ${unit}, ${count}}`;

test.each([
  ['{"date":"{{TODAY}}"}', '{"date":"2026-11-23"}'],
  ['{"date":"{{TODAY-14}}"}', '{"date":"2026-11-09"}'],
  ['{"start":"{{TODAY+7}}T09:00:00+01:00"}', '{"start":"2026-11-30T09:00:00+01:00"}'],
  ['{"date":"{{TODAY+2M}}"}', '{"date":"2027-01-23"}'],
  ['{"date":"{{TODAY-1Y}}"}', '{"date":"2025-11-23"}'],
  [nictiz('M', '-1'), '2026-10-23'],
  [nictiz('D', '+3'), '2026-11-26'],
  ['{"reference":"{{BASE_URL}}fhir/Patient/x"}', '{"reference":"Patient/x"}'],
  ['{"url" : "{{BASE_URL}}Binary/x"}', '{"url" : "Binary/x"}'],
  ['{"fullUrl":"{{BASE_URL}}fhir/Patient/x"}', '{"fullUrl":"https://own-server.invalid/fhir/Patient/x"}'],
  ['{"text":"{{TOMORROW}} {x}"}', '{"text":"{{TOMORROW}} {x}"}'],
])('EH-01 what a test server fills in, counted from today: %s', (text, expected) => {
  expect(filled(text, '2026-11-23')).toBe(expected);
});
