import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './hash';

test('EH-01 the canonical text of a resource is JSON, whatever is in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 12 },
  );
});

test.each(['', 'a', '"', '\\', '\n', 'é', '\u2028', '\ud83d\ude00', '\ud83d', '\u007f', 'a\u0000b'])(
  'EH-01 a text is written as JSON writes it: %j',
  (text) => {
    expect(canonical(text)).toBe(JSON.stringify(text));
  },
);
