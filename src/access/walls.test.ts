import { describe, expect, test } from 'vitest';

const files = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
/** The program's own files by their path under src/, without tests. */
const sources = Object.entries(files)
  .map(([path, text]) => [path.replace(/^(\.\.\/|\.\/)/, path.startsWith('./') ? 'access/' : ''), text] as const)
  .filter(([path]) => !/\.(db\.)?test\.|test-support/.test(path));

const mentioning = (pattern: RegExp, allowed: RegExp): string[] =>
  sources.filter(([path, text]) => !allowed.test(path) && pattern.test(text)).map(([path]) => path);

const databaseClock = /\bnow\(\)|current_timestamp|clock_timestamp|current_date|localtime/i;

describe('PS-01 there is no way round the doors', () => {
  test('all of the program is looked at', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.map(([path]) => path)).toContain('access/door.ts');
  });

  test('only access, sign-in, import, commands, the demo, the maker of documents and the two processes open a transaction', () => {
    const opens = /\b(transaction|withoutScope|openPool)\(/;
    expect(
      mentioning(
        opens,
        /^(platform\/database|access|sign-in|ehr|commands|demo|demo\.ts|organisations\/registry\.ts|program\.ts|worker\.ts|printing\/(index|queue)\.ts)/,
      ),
    ).toEqual([]);
  });

  test('only the doors choose a scope, and nobody changes it afterwards but to name who has access', () => {
    expect(mentioning(/\.rescope\(/, /^(platform\/database|access\/(door|given)\.ts)/)).toEqual([]);
    expect(mentioning(/SET LOCAL inzage|set_config/i, /^platform\/database/)).toEqual([]);
    expect(mentioning(/\bmakeRecord\(/, /^access\/(record|door)\.ts/)).toEqual([]);
  });

  test('only background work uses the connection itself', () => {
    expect(mentioning(/\btx\.client\b|\{ client \}/, /^(platform\/database|platform\/postgres|ehr)\//)).toEqual([]);
  });

  test('no statement asks the database for the time', () => {
    const asks = sources.filter(([, text]) =>
      [...text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].some(([, body]) => databaseClock.test(body ?? '')),
    );
    expect(asks.map(([path]) => path)).toEqual([]);
  });

  test('only the log writes in the log, and the import its many lines at once', () => {
    expect(
      mentioning(/insertInto\('audit_|insert into audit_(event|entity|seal)/i, /^(access\/audit|ehr\/audit\.ts)/),
    ).toEqual([]);
  });

  test('no organisation is treated by its name', () => {
    expect(mentioning(/slug\s*===\s*['"](duinzicht|maasoever|amstelland|drecht)/, /^demo/)).toEqual([]);
  });
});
