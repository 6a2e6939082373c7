import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

async function find(page: Page, surname: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Zoek patiënt' }).click();
  await page.getByLabel('Achternaam').fill(surname);
  await page.getByRole('button', { name: 'Zoeken' }).click();
}

test('IN-18 a doctor starts with the day of the own clinic', async ({ visit }) => {
  const page = await visit({ employee: 's.okafor' });
  await expect(title(page)).toHaveText('Welkom, dr. S. Okafor');
  await expect(page.getByRole('table', { name: 'Afspraken vandaag: Orthopedie' })).toContainText(
    'Bespreken van uw uitslag',
  );
  await inspect(page);
  await page.getByRole('table').getByRole('link', { name: 'K. Nowak' }).click();
  await expect(page).toHaveURL(/\/werkplek\/patient\/[0-9a-f-]+\/uitslagen$/);
  await expect(page.getByText('5 118 640').first()).toBeVisible();
  await inspect(page, 'results of a patient');
});

test('RE-02 a doctor holds a result back with a reason, and releases it; the patient sees it then', async ({
  visit,
}) => {
  const doctor = await visit({ employee: 's.okafor' });
  await find(doctor, 'amrani');
  await doctor.getByRole('link', { name: /Open dossier/ }).click();
  await expect(row(doctor, 'MRI-scan van uw knie')).toContainText('Vanaf 21 november 2026');
  await row(doctor, 'MRI-scan van uw knie').getByRole('link', { name: 'Houd tegen' }).click();
  await inspect(doctor, 'why a result is held');
  await doctor.getByLabel('Waarom?').fill('te kort');
  await doctor.getByRole('button', { name: 'Houd de uitslag tegen' }).click();
  await expect(doctor.getByLabel('Waarom?')).toHaveValue('te kort');
  await expect(doctor.getByText('Schrijf in minstens 10 tekens waarom.').first()).toBeVisible();
  await inspect(doctor, 'a reason that is too short');
  await doctor.getByLabel('Waarom?').fill('Ik bel mevrouw eerst zelf.');
  await doctor.getByRole('button', { name: 'Houd de uitslag tegen' }).click();
  await expect(doctor.getByText('De patiënt ziet deze uitslag niet, totdat u hem vrijgeeft.')).toBeVisible();
  await expect(row(doctor, 'MRI-scan van uw knie')).toContainText('Ik bel mevrouw eerst zelf.');
  await inspect(doctor, 'a held result');

  const patient = await visit({ person: 'f.elamrani' }, { path: '/uitslagen' });
  await expect(patient.getByRole('main')).toContainText('Zichtbaar vanaf 19 november');
  await expect(patient.getByRole('main')).not.toContainText('Zichtbaar vanaf 21 november');
  expect(await patient.content()).not.toContain('MRI-scan');

  await row(doctor, 'MRI-scan van uw knie').getByRole('button', { name: 'Toon nu' }).click();
  await expect(doctor.getByText('De patiënt ziet deze uitslag nu.')).toBeVisible();
  await patient.reload();
  await patient.getByRole('link', { name: /MRI-scan van uw knie/ }).click();
  await expect(title(patient)).toHaveText('MRI-scan van uw knie');
  await expect(patient.getByRole('heading', { name: 'Conclusie' })).toBeVisible();
  await inspect(patient, 'a report');
  await patient.goto(portal('duinzicht', '/inzage?wie=zorg'));
  const log = patient.getByRole('listitem').filter({ hasText: 'Okafor' });
  await expect(log.filter({ hasText: 'liet u een uitslag meteen zien' })).toHaveCount(1);
  await expect(log.filter({ hasText: 'hield een uitslag tegen' })).toHaveCount(1);
});

test('ST-04 without a treatment relation a record does not exist, for the patient’s eyes a refused attempt', async ({
  visit,
}) => {
  const doctor = await visit({ employee: 'l.hofman' });
  await find(doctor, 'janss');
  await doctor.getByRole('link', { name: /Open dossier/ }).click();
  await expect(title(doctor)).toHaveText('Deze pagina is er niet');
  await expect(doctor.getByRole('main')).not.toContainText('Janssens');
  const patient = await visit({ person: 'r.janssens' }, { path: '/inzage?wie=zorg' });
  await expect(
    patient.getByRole('listitem').filter({ hasText: 'probeerde uw dossier te openen, maar mocht dat niet' }).first(),
  ).toContainText('Hofman');
});

test('ST-04 emergency access asks a reason, opens, is reviewed, and is told to the patient', async ({ visit }) => {
  const doctor = await visit({ employee: 'j.degraaf' });
  await find(doctor, 'Tromp');
  const hit = row(doctor, 'E. Tromp');
  await hit.getByRole('link', { name: /Open dossier/ }).click();
  await expect(title(doctor)).toHaveText('Deze pagina is er niet');
  await doctor.goto(portal('duinzicht', '/werkplek'));
  await find(doctor, 'Tromp');
  await row(doctor, 'E. Tromp')
    .getByRole('link', { name: /Noodtoegang/ })
    .click();
  await inspect(doctor, 'emergency access');
  await doctor.getByLabel('Waarom is dit dossier nu nodig?').fill('bewusteloo');
  await doctor.getByLabel('Waarom is dit dossier nu nodig?').fill('kort');
  await doctor.getByRole('button', { name: 'Open het dossier met noodtoegang' }).click();
  const summary = doctor.getByRole('link', { name: /Leg uit waarom u dit dossier nu nodig heeft/ });
  await expect(summary).toBeVisible();
  await expect(doctor.getByLabel('Waarom is dit dossier nu nodig?')).toHaveValue('kort');
  await summary.click();
  await expect(doctor.getByLabel('Waarom is dit dossier nu nodig?')).toBeFocused();
  await inspect(doctor, 'a reason that is too short');
  const reason = 'Bewusteloos op de spoedeisende hulp gebracht.';
  await doctor.getByLabel('Waarom is dit dossier nu nodig?').fill(reason);
  await doctor.getByRole('button', { name: 'Open het dossier met noodtoegang' }).click();
  await expect(doctor.getByText('U heeft dit dossier geopend met noodtoegang.')).toBeVisible();
  await expect(doctor.getByRole('table')).toContainText('Ferritine');
  await inspect(doctor, 'a record by emergency');

  const officer = await visit({ employee: 'p.willems' });
  await inspect(officer);
  await officer.getByRole('link', { name: 'Bekijk noodtoegang' }).click();
  await expect(row(officer, reason)).toContainText('E. Tromp');
  await inspect(officer, 'emergencies to review');
  await row(officer, reason)
    .getByRole('link', { name: /Beoordeel/ })
    .click();
  await officer.getByRole('button', { name: 'Leg oordeel vast' }).click();
  await expect(officer.getByText('Kies of de noodtoegang terecht was').first()).toBeVisible();
  await inspect(officer, 'no judgement');
  await officer.getByLabel('Terecht', { exact: true }).check();
  await officer.getByLabel('Toelichting').fill('Gebeld met de spoedeisende hulp.');
  await officer.getByRole('button', { name: 'Leg oordeel vast' }).click();
  await expect(officer.getByText('Uw oordeel is vastgelegd.')).toBeVisible();
  await expect(row(officer, reason)).toContainText('Terecht');
  await inspect(officer, 'reviewed');

  const patient = await visit({ person: 'e.tromp' }, { path: '/inzage?wie=zorg' });
  const entry = patient.getByRole('listitem').filter({ hasText: reason });
  await expect(entry.first()).toContainText('J. de Graaf');
  await expect(entry.first()).toContainText('Noodtoegang');
  await inspect(patient, 'emergency in the log');
});

test('ST-04 who has nothing to do with records has no way to one', async ({ visit }) => {
  const doctor = await visit({ employee: 's.okafor' });
  await find(doctor, 'amrani');
  const record = (await doctor.getByRole('link', { name: /Open dossier/ }).getAttribute('href')) ?? '';
  for (const employee of ['h.kuipers', 'd.yilmaz', 'p.willems', 'k.postma']) {
    const page = await visit({ employee });
    const answer = await page.goto(portal('duinzicht', record));
    expect(answer?.status(), employee).toBe(404);
  }
});
