import { describe, expect, test } from 'vitest';
import { readCursor } from './cursor';
import { bytesOf, downloadName, fileKind, type StoredFile, sizeParts, textOfFile, typeName } from './files';
import { addresseeOf, dateOf, type LetterEntry, recipientsOf, sendersOf, stateOf, subjectOf } from './letter';

const nobody = { gps: new Set<string>(), referrers: new Set<string>() };
const base64 = (text: string) => Buffer.from(text).toString('base64');

const letter = (content: object, row: Partial<LetterEntry> = {}): LetterEntry =>
  ({ title: null, status: 'final', content: { resourceType: 'Composition', ...content }, ...row }) as LetterEntry;
const document = (content: object, row: Partial<LetterEntry> = {}) =>
  letter({ resourceType: 'DocumentReference', ...content }, row);

const to = (reference: string, display?: string) => ({
  extension: [
    {
      url: 'https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-intendedRecipient',
      valueReference: { reference, ...(display && { display }) },
    },
  ],
});

describe('DO-03 to whom a letter went', () => {
  test.each<[string, LetterEntry, ReturnType<typeof addresseeOf>]>([
    ['a practice of GPs in the directory', letter(to('Organization/gp')), 'gp'],
    ['who asked for the care', letter(to('PractitionerRole/asked')), 'referrer'],
    ['named as GP', letter(to('Practitioner/x', 'M. de Wit, huisarts')), 'gp'],
    ['somebody else', letter(to('Practitioner/x', 'apotheek De Sluis')), undefined],
    ['its own title', letter({ title: 'Brief aan uw huisarts' }), 'gp'],
    ['a discharge letter to the GP', document({ description: 'Ontslagbrief voor de huisarts' }), 'gp'],
    ['a letter to the referrer', letter({ title: 'Brief aan verwijzer' }), 'referrer'],
    ['a letter from the GP', letter({ title: 'Brief van uw huisarts' }), undefined],
    ['nothing said', letter({}), undefined],
  ])('%s', (_, one, wanted) => {
    const known = { gps: new Set(['Organization/gp']), referrers: new Set(['PractitionerRole/asked']) };
    expect(addresseeOf(one, known)).toBe(wanted);
  });

  test('what is no recipient is not taken for one', () => {
    for (const extension of [
      'x',
      [null],
      [{ url: 'http://x/recipient' }],
      [{ url: 'http://x/sender', valueReference: {} }],
    ])
      expect(recipientsOf(letter({ extension }))).toEqual([]);
    expect(addresseeOf(letter({ extension: 'x', author: 'y', type: 'z' }), nobody)).toBeUndefined();
  });
});

describe('what a letter says of itself', () => {
  test('its subject, else its kind, else nothing', () => {
    expect(subjectOf(letter({ title: 'Uw operatie' }))?.text).toBe('Uw operatie');
    expect(subjectOf(document({ description: 'Ontslagbrief', type: { text: 'Brief' } }))?.text).toBe('Ontslagbrief');
    expect(subjectOf(document({ type: { coding: [{ display: 'verwijsbrief' }] } }))?.text).toBe('verwijsbrief');
    expect(subjectOf(document({}))).toBeUndefined();
  });

  test('who wrote it, else who keeps it', () => {
    expect(
      sendersOf(letter({ author: [{ display: 'a' }, { display: 'b' }], custodian: { display: 'c' } })),
    ).toHaveLength(2);
    expect(sendersOf(letter({ custodian: { display: 'c' } }))).toEqual([{ display: 'c' }]);
  });

  test('its date as exact as it was', () => {
    expect(dateOf(letter({ date: '2026-11' }))).toBe('2026-11');
    expect(dateOf(document({ date: '2026-11-05T10:00:00Z' }))).toBe('2026-11-05T10:00:00Z');
    expect(dateOf(document({}))).toBeUndefined();
  });

  test('a draft, a changed and a replaced letter are named', () => {
    expect(stateOf(document({ docStatus: 'preliminary' }, { status: 'current' }))).toBe('draft');
    expect(stateOf(document({}, { status: 'superseded' }))).toBe('replaced');
    expect(stateOf(letter({}, { status: 'amended' }))).toBe('changed');
    expect(stateOf(document({ docStatus: 'final' }, { status: 'current' }))).toBeUndefined();
  });
});

const stored = (type: string | null, data: string | null, more: Partial<StoredFile> = {}): StoredFile => ({
  number: 1,
  type,
  title: null,
  size: data === null ? null : data.length,
  head: data === null ? null : data.slice(0, 8),
  text: type?.startsWith('text/plain') === true ? data : null,
  ...more,
});

describe('files', () => {
  test.each<[string, StoredFile, ReturnType<typeof fileKind>]>([
    ['a PDF', stored('application/pdf', base64('%PDF-1.7 …')), 'pdf'],
    ['what only says that it is one', stored('application/pdf', base64('<script>alert(1)</script>')), 'other'],
    ['what is one and says otherwise', stored('text/html', base64('%PDF-1.7')), 'other'],
    ['text', stored('text/plain; charset=utf-8', base64('Geachte')), 'text'],
    ['text that is far too long', stored('text/plain', base64('x'), { text: null }), 'other'],
    ['a web page', stored('text/html', base64('<p>')), 'other'],
    ['nothing of its type', stored(null, base64('x')), 'other'],
    ['only an address', stored('application/pdf', null), 'absent'],
    ['empty', stored('application/pdf', ''), 'absent'],
    ['no base64', stored('application/pdf', '!!!!'), 'other'],
  ])('%s', (_, file, kind) => {
    expect(fileKind(file)).toBe(kind);
  });

  test('text comes as paragraphs in its own alphabet', () => {
    expect(textOfFile(stored('text/plain', base64('Geachte heer,\r\n\r\nU komt\r\nterug.')))).toEqual([
      'Geachte heer,',
      'U komt\nterug.',
    ]);
    const latin = Buffer.from('Beëindigd', 'latin1').toString('base64');
    expect(textOfFile(stored('text/plain; charset=ISO-8859-1', latin))).toEqual(['Beëindigd']);
  });

  test('a download is named by its date alone', () => {
    expect(downloadName('2026-11-05', 1)).toBe('brief-2026-11-05-1.pdf');
    for (const date of [undefined, 'x', '../../etc', '"; filename="x'])
      expect(downloadName(date, 2)).toBe('brief-2.pdf');
  });

  test('sizes and types for people', () => {
    expect(sizeParts(bytesOf(4))).toEqual({ number: 1, unit: 'kB' });
    expect(sizeParts(120_400)).toEqual({ number: 120, unit: 'kB' });
    expect(sizeParts(1_240_000)).toEqual({ number: 1.2, unit: 'MB' });
    expect(typeName('application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBe('word');
    expect(typeName('application/x-iets; a=b')).toBe('application/x-iets');
    expect(typeName(null)).toBe('');
  });
});

test('a place in the list is read back, and nothing else', () => {
  const id = '01936b00-0000-7000-8000-000000000000';
  expect(readCursor(`1764000000000~${id}`)).toEqual({ at: new Date(1764000000000), id });
  for (const text of [undefined, '', 'x', `x~${id}`, `1~${id}'`, `1e3~${id}`]) expect(readCursor(text)).toBeUndefined();
});
