import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function find(page: Page, surname: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Zoek patiënt' }).click();
  await page.getByLabel('Achternaam').fill(surname);
  await page.getByRole('button', { name: 'Zoeken' }).click();
}

test('ST-02 a desk finds patients by what it knows, sees identity only, and reads what is wrong with a search', async ({
  visit,
}) => {
  const page = await visit({ employee: 'k.postma' });
  await inspect(page);
  await find(page, 'tro');
  await expect(page.getByRole('heading', { name: '6 patiënten gevonden' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('999990019');
  await inspect(page, 'hits');
  await page.getByLabel('Geboortedatum').fill('14-02-1948');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await expect(page.getByRole('heading', { name: '1 patiënt gevonden' })).toBeVisible();
  await page.getByLabel('Geboortedatum').fill('31-02-1948');
  await page.getByLabel('Burgerservicenummer (BSN)').fill('123456789');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await expect(page.getByRole('alert').or(page.locator('[data-focus]')).first()).toBeFocused();
  await expect(page.getByLabel('Achternaam')).toHaveValue('tro');
  await expect(page.getByLabel('Geboortedatum')).toHaveAttribute('aria-invalid', 'true');
  await inspect(page, 'a search with mistakes');
  await find(page, 'bestaatniet');
  await expect(page.getByRole('heading', { name: 'Geen patiënt gevonden' })).toBeVisible();
  await inspect(page, 'no hits');
  // A desk of a clinic finds, but neither verifies nor opens a record.
  await find(page, 'haddad');
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(0);
});

test('IN-03 reception verifies a BSN with the document, and the patient’s access widens at once', async ({ visit }) => {
  const patient = await visit({ person: 'g.haddad' });
  await expect(patient.getByRole('heading', { name: 'U ziet nu alleen uw afspraken' })).toBeVisible();
  await expect(patient.getByText('Laat het zien bij de hoofdbalie of op de spoedeisende hulp')).toBeVisible();
  await inspect(patient);
  const menu = patient.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');
  await expect(menu).toHaveText(['Overzicht', 'Afspraken']);
  await menu.filter({ hasText: 'Afspraken' }).click();
  await expect(patient.getByRole('main')).toContainText('Eerste gesprek over uw knie');
  await expect(patient.getByRole('main')).not.toContainText('Foto van uw knie');
  await inspect(patient);
  await patient.goto(portal('duinzicht', '/uitslagen'));
  await expect(title(patient)).toHaveText('Dit deel kunt u nog niet zien');
  await expect(patient.getByRole('main')).not.toContainText('Bloedonderzoek');
  await inspect(patient);

  const desk = await visit({ employee: 'r.elidrissi' });
  await find(desk, 'haddad');
  await desk.getByRole('link', { name: 'Controleer BSN' }).click();
  await inspect(desk, 'verification');
  const record = desk.getByRole('button', { name: 'Leg controle vast' });
  await record.click();
  await expect(title(desk)).toHaveText('BSN controleren');
  await expect(desk.getByRole('main')).toContainText('Kies welk document u ziet');
  await inspect(desk, 'an empty verification');
  await desk.getByLabel('Paspoort').check();
  await desk.getByLabel('2. Documentnummer').fill('SPECI2014');
  await desk.getByLabel('3. BSN op het document').fill('999990019');
  await desk.getByLabel('4. De foto lijkt op de patiënt').check();
  await desk.getByLabel('5. Naam en geboortedatum zijn gelijk').check();
  await record.click();
  await expect(desk.getByText('Dit BSN hoort niet bij deze patiënt.').first()).toBeVisible();
  await expect(desk.getByLabel('2. Documentnummer')).toHaveValue('SPECI2014');
  await expect(desk.getByLabel('Paspoort')).toBeChecked();
  await inspect(desk, 'another’s BSN');
  await patient.reload();
  await expect(title(patient)).toHaveText('Dit deel kunt u nog niet zien');

  await desk.getByLabel('3. BSN op het document').fill('999990056');
  await record.click();
  await expect(desk.getByRole('heading', { name: 'De controle is vastgelegd' })).toBeVisible();
  await expect(desk.getByRole('main')).not.toContainText('SPECI2014');
  await inspect(desk, 'verified');
  await patient.reload();
  await expect(title(patient)).toHaveText('Uitslagen');
  await expect(patient.getByRole('main')).toContainText('Röntgenfoto van uw knie');
  await patient.goto(portal('duinzicht', '/inzage'));
  await expect(patient.getByRole('listitem').filter({ hasText: 'controleerde uw BSN' }).first()).toContainText(
    'Rachida El Idrissi',
  );
});

test('ST-02 who reads the patients’ list is in the log as having stood in a list', async ({ visit }) => {
  const desk = await visit({ employee: 'r.elidrissi' });
  await find(desk, 'janss');
  await expect(desk.getByRole('heading', { name: '1 patiënt gevonden' })).toBeVisible();
  const patient = await visit({ person: 'r.janssens' }, { path: '/inzage?wie=zorg' });
  await expect(patient.getByText('U stond in een lijst').first()).toBeVisible();
  await inspect(patient, 'the log with a list');
});
