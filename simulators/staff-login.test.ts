import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employees } from './employees';
import { arrive, openScene, type Scene } from './scene.test-support';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const roles = [
  'reception',
  'desk',
  'information',
  'planner',
  'assistant',
  'nurse',
  'doctor',
  'helpdesk',
  'manager',
  'privacy',
];

describe('staff login', () => {
  test('IN-18 an employee signs in at the own provider, with roles and clinics from its claims', async () => {
    const { browser, finish } = await arrive(scene.staff);
    expect(browser.html).toContain('Dit is geen echte inlogpagina voor personeel.');
    await browser.submit(/interactie/, { medewerker: 's.okafor' });
    expect(await finish()).toEqual({
      kind: 'employee',
      subject: 'duinzicht-s.okafor',
      name: 'dr. S. Okafor',
      organisation: 'duinzicht',
      roles: ['doctor'],
      clinics: ['orthopedie'],
      function: 'Orthopedisch chirurg',
    });
  });

  test('IN-18 an employee of another organisation is not on the list and cannot be named', async () => {
    const { browser } = await arrive(scene.staff);
    expect(browser.html).not.toContain('van Dijk');
    await browser.submit(/interactie/, { medewerker: 'a.vandijk' });
    expect(browser.status).toBe(200);
    expect(browser.html).toContain('Kies wie u bent');
  });

  test('IN-18 stopping and an expired answer are told apart', async () => {
    const stopped = await arrive(scene.staff);
    await stopped.browser.submit(/interactie/, { stop: '1' });
    expect(await stopped.finish()).toMatchObject({ code: 'cancelled' });
    const late = await arrive(scene.staff);
    await late.browser.submit(/interactie/, { verlopen: '1' });
    expect(await late.finish()).toMatchObject({ code: 'expired' });
  });

  test('IN-18 an answer of DigiD is not accepted as one of the staff login', async () => {
    const { browser } = await arrive(scene.digid);
    await browser.submit(/interactie/, { middel: 'app' });
    await browser.submit(/gegevens/, { gebruikersnaam: 'w.tromp', wachtwoord: 'oefenen' });
    await browser.submit(/pin/, { pin: '12345' });
    const { transaction } = await arrive(scene.staff);
    expect(await scene.staff.finish(browser.url, transaction)).toMatchObject({ refused: true, code: 'failed' });
  });

  test('IN-18 the employees of Duinzicht cover every role', () => {
    expect(new Set(employees.duinzicht.flatMap((employee) => employee.roles))).toEqual(new Set(roles));
    for (const list of Object.values(employees)) {
      for (const employee of list) expect(roles).toEqual(expect.arrayContaining([...employee.roles]));
    }
  });
});
