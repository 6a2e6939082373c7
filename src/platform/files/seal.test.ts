import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openFile, sealFile } from './seal';

const key = randomBytes(32);
const content = Buffer.from('Uit het dossier van de heer W. Tromp');

describe('a file in the database', () => {
  test('comes back as it was, and its words are not in what is stored', () => {
    const sealed = sealFile(key, 'document/1', content);
    expect(openFile(key, 'document/1', sealed)).toEqual(content);
    expect(sealed.includes('Tromp')).toBe(false);
    expect(openFile(key, 'x', sealFile(key, 'x', Buffer.alloc(0)))).toHaveLength(0);
  });

  test('is never stored twice alike', () => {
    expect(sealFile(key, 'a', content)).not.toEqual(sealFile(key, 'a', content));
  });

  test('does not open with another key, in another row, or with a byte changed or cut off', () => {
    const sealed = sealFile(key, 'document/1', content);
    expect(() => openFile(randomBytes(32), 'document/1', sealed)).toThrow();
    expect(() => openFile(key, 'document/2', sealed)).toThrow();
    expect(() => openFile(key, 'document/1', sealed.subarray(0, -1))).toThrow();
    for (const at of [0, 13, 30]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openFile(key, 'document/1', changed)).toThrow();
    }
    // A shortened tag would be easier to guess.
    expect(() => openFile(key, 'document/1', sealed.subarray(0, 20))).toThrow();
  });
});
