import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { StartProblem } from '../process';
import { databaseUrl, loadConfig, loadSecrets, organisationOrigin, signInProvider } from './index';

const demo = (variables: Record<string, string> = {}) => loadConfig({ INZAGE_MODE: 'demo', ...variables }, '/project');
const PRODUCTION = { INZAGE_PUBLIC_URL: 'https://{slug}.example.nl', INZAGE_KEYS_FILE: '/keys.json' };
const production = (variables: Record<string, string> = {}) => loadConfig({ ...PRODUCTION, ...variables }, '/project');

describe('demo', () => {
  test('needs no setting at all', () => {
    const config = demo();
    expect(config).toMatchObject({
      mode: 'demo',
      dataFolder: '/project/.data',
      keysFile: '/project/.data/keys.json',
      listen: { host: 'localhost', port: 3000 },
      simulators: { digid: 3001, staff: 3002 },
      database: {},
    });
    expect(organisationOrigin(config, 'duinzicht')).toBe('http://duinzicht.localhost:3000');
    expect(signInProvider(config, 'digid', 'drecht')).toEqual({
      issuer: 'http://localhost:3001',
      clientId: 'inzage-drecht',
    });
  });

  test('may start its care clock at another moment, written as an instant', () => {
    expect(demo({ INZAGE_CARE_TIME: '2026-03-29T01:30:00+01:00' }).careTime).toEqual(new Date('2026-03-29T00:30:00Z'));
    expect(() => demo({ INZAGE_CARE_TIME: 'yesterday' })).toThrow(/INZAGE_CARE_TIME must be an instant/);
  });

  test('takes DATABASE_URL for the owner, so the program asks for the other two', () => {
    const config = demo({ DATABASE_URL: 'postgresql://me@host/inzage' });
    expect(databaseUrl(config, 'owner')).toBe('postgresql://me@host/inzage');
    expect(() => databaseUrl(config, 'web')).toThrow(/DATABASE_WEB_URL is missing/);
  });

  test('refuses one port for two things', () => {
    expect(() => demo({ INZAGE_PORT: '3001' })).toThrow(/three different ports/);
  });
});

describe('production', () => {
  test('is the mode when none is given, and knows no simulators and no care time', () => {
    const config = production();
    expect(config.mode).toBe('production');
    expect(config).not.toHaveProperty('simulators');
    expect(config).not.toHaveProperty('careTime');
    expect(signInProvider(config, 'digid', 'duinzicht')).toBeUndefined();
  });

  test.each([
    ['INZAGE_CARE_TIME', { INZAGE_CARE_TIME: '2026-01-01T00:00:00Z' }],
    ['INZAGE_SIMULATOR_PORT', { INZAGE_SIMULATOR_PORT: '3001' }],
    ['INZAGE_STAFF_SIMULATOR_PORT', { INZAGE_STAFF_SIMULATOR_PORT: '3002' }],
    ['INZAGE_PUBLIC_URL', { INZAGE_PUBLIC_URL: 'http://{slug}.example.nl' }],
    ['INZAGE_PUBLIC_URL', { INZAGE_PUBLIC_URL: '' }],
    ['INZAGE_PUBLIC_URL', { INZAGE_PUBLIC_URL: 'https://example.nl/portal' }],
    ['INZAGE_KEYS_FILE', { INZAGE_KEYS_FILE: '' }],
    [
      'INZAGE_DIGID_ISSUER_DUINZICHT',
      { INZAGE_DIGID_ISSUER_DUINZICHT: 'http://localhost:3001', INZAGE_DIGID_CLIENT_ID_DUINZICHT: 'x' },
    ],
    ['INZAGE_DIGID_CLIENT_ID_DUINZICHT', { INZAGE_DIGID_ISSUER_DUINZICHT: 'https://digid.example.nl' }],
    ['INZAGE_TRUSTED_PROXY', { INZAGE_TRUSTED_PROXY: '10.0.0.1' }],
  ])('PS-03 is refused in words that name %s', (name, variables) => {
    expect(() => production(variables)).toThrow(StartProblem);
    expect(() => production(variables)).toThrow(new RegExp(`- ${name} `));
  });

  test('takes DATABASE_URL for the web login and names what a process lacks', () => {
    const config = production({ DATABASE_URL: 'postgresql://inzage_web@host/inzage' });
    expect(databaseUrl(config, 'web')).toBe('postgresql://inzage_web@host/inzage');
    expect(() => databaseUrl(config, 'worker')).toThrow(/DATABASE_WORKER_URL is missing/);
    expect(() => databaseUrl(config, 'owner')).toThrow(/DATABASE_OWNER_URL is missing/);
  });

  test('IN-18 each organisation has its own sign-in providers', () => {
    const config = production({
      INZAGE_DIGID_ISSUER_ZORG_NOORD: 'https://digid.example.nl',
      INZAGE_DIGID_CLIENT_ID_ZORG_NOORD: 'noord',
      INZAGE_STAFF_ISSUER_DRECHT: 'https://login.example.nl',
      INZAGE_STAFF_CLIENT_ID_DRECHT: 'portal',
    });
    expect(signInProvider(config, 'digid', 'zorg-noord')).toEqual({
      issuer: 'https://digid.example.nl',
      clientId: 'noord',
    });
    expect(signInProvider(config, 'staff', 'drecht')).toEqual({
      issuer: 'https://login.example.nl',
      clientId: 'portal',
    });
    expect(signInProvider(config, 'staff', 'zorg-noord')).toBeUndefined();
  });
});

describe('every mode', () => {
  test.each([
    ['INZAGE_MODE', 'test'],
    ['INZAGE_PORT', '0'],
    ['INZAGE_PORT', '70000'],
    ['INZAGE_PORT', 'http'],
    ['INZAGE_TRUSTED_PROXIES', '10.0.0.0/40'],
    ['INZAGE_TRUSTED_PROXIES', 'proxy.example.nl'],
    ['DATABASE_URL', 'mysql://host/inzage'],
    ['INZAGE_LOG', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => demo({ [name]: value })).toThrow(new RegExp(`- ${name} must`));
  });

  test('all wrong settings are named at once', () => {
    expect(() => demo({ INZAGE_PORT: 'x', INZAGE_LOG: 'y' })).toThrow(/INZAGE_PORT.*INZAGE_LOG/s);
  });

  test('proxies are addresses and networks of both kinds', () => {
    expect(demo({ INZAGE_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });
});

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('PS-03 are made once, for the owner only', () => {
    const made = loadSecrets(join(folder, 'new'));
    const file = join(folder, 'new', 'secrets.json');
    expect(loadSecrets(join(folder, 'new'))).toEqual(made);
    chmodSync(file, 0o644);
    loadSecrets(join(folder, 'new'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a damaged file is refused with what to do', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"database":');
    expect(() => loadSecrets(folder)).toThrow(/is damaged. Remove it/);
  });
});
