import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createKeys, loadKeys, loadOrCreateKeys } from './index';

const folder = mkdtempSync(join(tmpdir(), 'inzage-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('key file', () => {
  test('PS-03 keys are made for the owner only and read back the same', async () => {
    const file = join(folder, 'made', 'keys.json');
    const made = await createKeys(file);
    const read = await loadKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'made'))).toEqual(['keys.json']);
    expect(read.publicJwks()).toEqual(made.publicJwks());
    expect(read.auditHmac).toEqual(made.auditHmac);
    expect(read.fileKey).toHaveLength(32);
    expect(read.fileKey).not.toEqual(read.auditHmac);
  });

  test('PS-03 the published key set holds nothing private', async () => {
    const keys = await loadOrCreateKeys(join(folder, 'public.json'));
    for (const jwk of keys.publicJwks().keys) {
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    }
  });

  test('an existing file is never overwritten, also when two start at once', async () => {
    const file = join(folder, 'race.json');
    const [one, two] = await Promise.all([createKeys(file), createKeys(file)]);
    expect(one.publicJwks()).toEqual(two.publicJwks());
    expect((await loadOrCreateKeys(file)).publicJwks()).toEqual(one.publicJwks());
  });

  test('PS-03 a missing, open or damaged file is refused in words', async () => {
    await expect(loadKeys(join(folder, 'absent.json'))).rejects.toThrow(/There is no key file/);
    const open = join(folder, 'open.json');
    await createKeys(open);
    chmodSync(open, 0o644);
    await expect(loadKeys(open)).rejects.toThrow(/can be read by others/);
    const damaged = join(folder, 'damaged.json');
    writeFileSync(damaged, '{"auditHmac":"c2hvcnQ"}', { mode: 0o600 });
    await expect(loadKeys(damaged)).rejects.toThrow(/damaged: .*auditHmac/);
    await expect(loadKeys(damaged)).rejects.not.toThrow(/c2hvcnQ/);
  });
});
