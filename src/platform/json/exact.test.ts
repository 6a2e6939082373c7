import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asWritten, isExactNumber, parseExact, parseJsonb, withPlainNumbers, writtenAs } from './exact';

/** Numbers as somebody may write them. */
const numbers = ['8.0', '8.40', '0.50', '-3.10', '12345678901234567890', '0.12345678901234567'];

/** As PostgreSQL writes jsonb. */
const jsonb = (text: string) => text.replaceAll(':', ': ').replaceAll(',', ', ');

describe('numbers are kept as they were written', () => {
  test.each([...numbers, '1e3', '1.5E-2', '-0'])('RE-01 %s through an import', (number) => {
    const text = `{"a":{"value":${number}},"b":[1,${number},{"c":${number}}]}`;
    expect(JSON.stringify(parseExact(text))).toBe(text);
  });

  test.each(numbers)('RE-01 %s out of the database', (number) => {
    const text = `{"a":{"value":${number}},"b":[1,${number},{"c":${number}}]}`;
    const read = parseJsonb(jsonb(text)) as { a: { value: number } };
    expect(read.a.value).toBe(Number(number));
    expect(writtenAs(read.a, 'value')).toBe(number);
    expect(JSON.stringify(asWritten(read))).toBe(text);
  });

  test.each(['8', '8.4', '-3', '0.05', '0'])('RE-01 %s is an ordinary number', (number) => {
    const text = `{"value":${number}}`;
    expect(parseExact(text)).toEqual({ value: Number(number) });
    expect(writtenAs(parseJsonb(jsonb(text)) as { value: number }, 'value')).toBe(Number(number));
  });

  test('RE-01 text that looks like a number is text', () => {
    const text = '{"a":"x: 8.0, ","value":8.0}';
    expect(JSON.stringify(parseExact(text))).toBe(text);
    expect(parseJsonb(String.raw`{"a": "x\": 8.0, ", "value": 8.0}`)).toEqual({ a: 'x": 8.0, ', value: 8 });
  });

  test('RE-01 an exact number is no object and no number, and can become an ordinary one', () => {
    const { value } = parseExact('{"value":8.0}') as { value: unknown };
    expect(isExactNumber(value)).toBe(true);
    expect(isExactNumber({ rawJSON: '8.0' })).toBe(false);
    expect(withPlainNumbers({ a: [value], b: 'x' })).toEqual({ a: [8], b: 'x' });
  });

  test('RE-01 whatever is written comes back', () => {
    const number = fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.stringMatching(/^\d{0,18}$/))
      .map(([whole, digits]) => (digits === '' ? `${whole}` : `${whole}.${digits}`));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 5 }), fc.constantFrom('', ' ', '\n  '), (list, space) => {
        const members = list.map((one, place) => `"${place}":${space}{"value":${space}${one}${space}}`);
        const text = `{${members.join(',')}}`;
        const plain = text.replaceAll(space === '' ? ' ' : space, '');
        expect(JSON.stringify(parseExact(text))).toBe(plain);
        expect(JSON.stringify(asWritten(parseJsonb(jsonb(plain))))).toBe(plain);
        expect(parseJsonb(jsonb(plain))).toEqual(JSON.parse(text));
      }),
      { seed: 4711, numRuns: 500 },
    );
  });
});
