import { afterEach, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../support/import-world';
import { type Browser, type Portal, startPortal } from '../support/portal';
import { observation, patient, report } from '../support/resources';

/** The life of a result, from what the laboratory sends to what a patient reads, while care's clock goes on. */
let world: ImportWorld;
let portal: Portal;
let browser: Browser;

const drawn = { effectiveDateTime: '2026-10-20T08:00:00+02:00', issued: '2026-10-20T15:00:00+02:00' };
const value = (id: string, loinc: string, text: string, number: number, status = 'final') =>
  observation(id, 'p', loinc, {
    ...drawn,
    status,
    code: { text, coding: [{ system: 'http://loinc.org', code: loinc }] },
    valueQuantity: { value: number, unit: 'mmol/l' },
  });
const potassium = (number: number, status?: string) => value('kalium', '2823-3', 'Kalium', number, status);
const sodium = value('natrium', '2951-2', 'Natrium', 140);
const salts = (status: string, parts: readonly string[]) =>
  report('zouten', 'p', parts, { ...drawn, status, code: { text: 'Zouten in het bloed' } });

/** Care's clock at this moment, for the import and for the pages. */
function at(moment: string): void {
  world.clock.set(moment);
  portal.careClock.set(moment);
}

const words = async (path: string) => {
  const { body, statusCode } = await browser.get(path);
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
  return {
    status: statusCode,
    text: main
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  };
};

const address = async () =>
  /href="(\/uitslagen\/[0-9a-f-]{36})"/.exec((await browser.get('/uitslagen')).body)?.[1] ?? '';

/** The portal of an organisation that has just learned of a patient. */
async function begin(organisation: string, moment: string): Promise<void> {
  world = await importWorld(organisation, moment);
  await world.take([patient('p', '999990019')]);
  portal = await startPortal(world.database, moment);
  const [row] = await world.inside(({ db }) => db.selectFrom('patient').select('person_id').execute());
  browser = await portal.person(organisation, row?.person_id ?? '');
}

afterEach(async () => {
  await portal?.close();
  await world?.close();
});

test('RE-13 RE-06 at Duinzicht a result is announced, seen from 00:00 of its day, and corrected', async () => {
  await begin('duinzicht', '2026-10-20T16:00:00+02:00');
  await world.take([potassium(4.1), sodium, salts('final', ['kalium', 'natrium'])]);
  const coming = await words('/uitslagen');
  expect(coming.text).toContain('Zichtbaar vanaf 27 oktober');
  expect(coming.text).not.toContain('Zouten');

  // The clocks go back on 25 October: the day still begins at midnight in the Netherlands.
  at('2026-10-26T23:59:59+01:00');
  expect((await words('/uitslagen')).text).not.toContain('Zouten');
  at('2026-10-27T00:00:00+01:00');
  const fresh = await words('/uitslagen');
  expect(fresh.text).toContain('Zouten in het bloed');
  expect(fresh.text).not.toContain('4,1');
  const one = await address();
  expect((await words(one)).text).toContain('4,1');

  await world.take([potassium(4.4, 'corrected'), salts('corrected', ['kalium', 'natrium'])]);
  const corrected = await words(one);
  expect(corrected.text).toContain('Deze uitslag is verbeterd.');
  expect(corrected.text).toContain('4,4');
  expect(corrected.text).not.toContain('4,1');
});

test('RE-09 at Amstelland a part is seen when it is known, marked incomplete until the rest is in', async () => {
  await begin('amstelland', '2026-10-20T16:00:00+02:00');
  await world.take([potassium(4.1), salts('partial', ['kalium'])]);
  at('2026-10-21T15:00:00+02:00');
  const one = await address();
  const part = await words(one);
  expect(part.text).toContain('4,1');
  expect(part.text).not.toContain('Natrium');
  expect(part.text).toContain('Deze uitslag is nog niet compleet.');

  await world.take([sodium, salts('final', ['kalium', 'natrium'])]);
  at('2026-10-22T15:00:00+02:00');
  const whole = await words(one);
  expect(whole.text).toContain('Natrium');
  expect(whole.text).not.toContain('Deze uitslag is nog niet compleet.');
});
