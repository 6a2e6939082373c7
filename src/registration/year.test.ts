import { expect, test } from 'vitest';
import { parseBirthDate } from './rules';

test.each(['01-01-0000', '0000-01-01', '01010000'])('ST-02 a day that no calendar has is no birth date: %s', (text) => {
  expect(parseBirthDate(text)).toBeUndefined();
});
