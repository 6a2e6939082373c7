import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { house } from '../../src/app';
import { PLACES } from '../../src/ehr/rooms';

/** What docs/record-types.md promises, row by row. */
const rows = readFileSync(join(import.meta.dirname, '../../docs/record-types.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => {
    const [type = '', right = '', page = '', why = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { type, right, page, why };
  });

const addresses = new Set(house.flatMap(({ routes }) => routes).map(({ path }) => path));

describe('docs/record-types.md', () => {
  test('EH-01 has every type that the record keeps, once, in order', () => {
    expect(rows.map(({ type }) => type)).toEqual(Object.keys(PLACES).sort());
  });

  test.each(rows)('EH-01 $type opens with what the import gives it', ({ type, right }) => {
    const place = PLACES[type];
    expect(right).toBe(place === 'patient' ? 'personal' : place === 'appointment' ? 'appointments' : place);
  });

  test.each(rows)('EH-01 $type stands on a page that exists, or says why not', ({ page, why }) => {
    if (page === '–') expect(why).not.toBe('');
    for (const [, address] of `${page} ${why}`.matchAll(/`(\/[^`]*)`/g)) expect(addresses).toContain(address);
    if (page !== '–') expect(page).toMatch(/^`\//);
  });
});
