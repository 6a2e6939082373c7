import type { Attachment } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { reportWords, stateOf } from './report';

const report = (presentedForm: Attachment[], rest = {}) =>
  reportWords({
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: { text: 'Röntgenfoto' },
    presentedForm,
    ...rest,
  });

const base64 = (text: string, encoding: BufferEncoding = 'utf-8') => Buffer.from(text, encoding).toString('base64');

test('RE-01 a report shows its conclusion and its text', () => {
  const words = report([{ contentType: 'text/plain', data: base64('Geen breuk.\r\nControle.\r') }], {
    conclusion: 'Geen breuk',
    resultsInterpreter: [{ display: 'dr. N. Koster' }],
    performer: [{ display: 'dr. N. Koster' }],
  });
  expect(words).toEqual({
    conclusion: ['Geen breuk'],
    texts: ['Geen breuk.\nControle.'],
    hasFile: false,
    authors: ['dr. N. Koster'],
  });
});

test('old character sets are read as they were written', () => {
  const data = base64('caf\u00e9', 'latin1');
  expect(report([{ contentType: 'text/plain; charset=iso-8859-1', data }]).texts).toEqual(['café']);
});

test.each<[string, Attachment]>([
  ['markup', { contentType: 'text/html', data: base64('<script>alert(1)</script>') }],
  ['a file', { contentType: 'application/pdf', data: 'JVBERi0=' }],
  ['an address', { contentType: 'text/plain', url: 'https://example.org/verslag' }],
])('%s is never shown nor fetched, only said to be there', (_, form) => {
  expect(report([form])).toMatchObject({ texts: [], hasFile: true });
});

test('coded conclusions stand in where there is no other', () => {
  expect(report([], { conclusionCode: [{ text: 'Enkelfractuur' }] }).conclusion).toEqual(['Enkelfractuur']);
});

test('RE-09 RE-06 a status says whether parts are missing or something was corrected', () => {
  expect(['partial', 'preliminary', 'final', 'corrected', 'amended', null].map(stateOf)).toEqual([
    'incomplete',
    'incomplete',
    undefined,
    'corrected',
    'corrected',
    undefined,
  ]);
});
