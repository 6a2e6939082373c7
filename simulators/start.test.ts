import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPracticeBsn, loadPeople } from './people';
import { type StartOptions, start } from './start';

const options: StartOptions = {
  mode: 'test',
  digidPort: 0,
  staffPort: 0,
  people: [],
  portalOrigin: (slug) => `http://${slug}.localhost:4200`,
  jwksUri: 'http://127.0.0.1:4200/.well-known/jwks.json',
};

describe('starting the simulators', () => {
  test('IN-01 production never starts a simulator, nor does a start that does not say how it runs', async () => {
    await expect(start({ ...options, mode: 'production' })).rejects.toThrow('do not start in production');
    await expect(start({ ...options, mode: '' })).rejects.toThrow('do not start in production');
  });

  test('a taken port is an error, and nothing stays behind', async () => {
    const first = await start(options);
    const taken = Number(new URL(first.staffIssuer).port);
    await expect(start({ ...options, staffPort: taken })).rejects.toThrow('EADDRINUSE');
    await first.close();
    const again = await start({ ...options, staffPort: taken });
    await again.close();
  });

  test('only practice BSNs can be in the list of people', () => {
    expect(['999990019', '111222333'].map(isPracticeBsn)).toEqual([true, true]);
    expect(['999990018', '123456782', '99999001', 'x'].map(isPracticeBsn)).toEqual([false, false, false, false]);
    const folder = mkdtempSync(join(tmpdir(), 'inzage-people-'));
    const file = join(folder, 'people.json');
    const person = { userName: 'a', password: 'b', note: { nl: '', en: '' }, means: ['sms'] };
    writeFileSync(file, JSON.stringify([{ ...person, bsn: '999990020' }]));
    expect(loadPeople(file)).toHaveLength(1);
    writeFileSync(file, JSON.stringify([{ ...person, bsn: '123456782' }]));
    expect(() => loadPeople(file)).toThrow('practice BSN');
    rmSync(folder, { recursive: true });
    expect(loadPeople(file).length).toBeGreaterThan(1);
  });
});
