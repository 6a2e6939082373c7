import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Log, openLog } from './index';
import { scrubLine } from './scrub';

function logged(write: (log: Log) => void): string {
  const lines: string[] = [];
  write(openLog({ name: 'test', level: 'info', to: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

const BSN = '999990019';

test('PS-03 a BSN never reaches the log, as field, in a text or in an error', () => {
  const line = logged((log) => {
    log.info({ bsn: BSN, patient: { bsn: BSN, note: `BSN ${BSN}` } }, 'seen %s', BSN);
    log.error(new Error(`no person ${BSN}`, { cause: new Error('9999.90.019') }), `failed for ${BSN}`);
    log.info({ url: `/zoek?bsn=${BSN}&x=1`, list: [{ BSN }] });
  });
  expect(line).not.toContain(BSN);
  expect(line).not.toContain('9999.90.019');
  expect(line).toContain('[bsn]');
  expect(line).toContain('&x=1');
});

test('PS-03 secrets never reach the log, however deep they lie', () => {
  const secret = 'h0k-geheim';
  const names = ['authorization', 'cookie', 'Set-Cookie', 'password', 'code', 'token', 'id_token', 'client_assertion'];
  const line = logged((log) => {
    for (const name of names)
      log.info({ [name]: secret, request: { headers: { [name]: secret } }, all: [{ [name]: [secret] }] });
    log.info({ url: `/terug?code=${secret}&state=${secret}`, header: `Bearer ${secret}` });
  });
  expect(line).not.toContain(secret);
});

test('an error keeps its name, its system code and its stack', () => {
  const line = logged((log) => log.error(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), 'no database'));
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    msg: 'no database',
    err: { type: 'Error', errorCode: 'ECONNREFUSED', message: 'refused', stack: expect.stringContaining('log.test') },
  });
});

test('numbers that are no BSN stay: ids, times, counts', () => {
  const line = '{"time":1764000000000,"id":"0199a3b2-1234-7abc-8def-123456789012","count":123456789,"n":999990018}';
  expect(scrubLine(line)).toBe(line);
});

test('a line stays one JSON object, whatever text is logged', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, field) => {
      const line = logged((log) => log.info({ field }, '%s', text));
      expect(() => JSON.parse(line)).not.toThrow();
    }),
    { seed: 7, numRuns: 200 },
  );
});
