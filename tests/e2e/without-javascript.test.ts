import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { proveAt, readCode } from '../support/browser-sign-in';

test.use({ javaScriptEnabled: false });

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name });

test('IN-01 without JavaScript one signs in, reads results, opens another’s record and signs out', async ({ page }) => {
  await page.goto(portal('duinzicht'));
  await page.getByRole('button', { name: 'Inloggen met DigiD' }).click();
  await proveAt(page, 'w.tromp', 'sms');
  await expect(title(page)).toHaveText('Goedemorgen, meneer Tromp');
  await menu(page, 'Uitslagen').click();
  await page
    .getByRole('link', { name: /^Hemoglobine/ })
    .first()
    .click();
  await expect(title(page)).toHaveText('Hemoglobine');
  await expect(page.locator('.pp-range svg:visible')).toHaveCount(1);
  // Details fold out by themselves, and a button that could not work is not there.
  await page.getByText('Bekijk als tabel').click();
  await expect(page.getByRole('table', { name: 'Hemoglobine per datum' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
  await page.getByText('Ander dossier openen').click();
  await page.getByRole('link', { name: 'Mevrouw A. Tromp-Visser' }).click();
  await expect(page.getByText('U kijkt in het dossier van Mevrouw A. Tromp-Visser')).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar mijn dossier' }).click();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Wie bekeek mijn dossier?' }).click();
  await page.getByLabel('Kies een maand').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Tonen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'U keek in uw uitslagen.' }).first()).toBeVisible();
  await page.getByText('Nederlands').first().click();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(title(page)).toHaveText('Who looked at my record?');
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(title(page)).toHaveText('You are signed out');
});

test('ST-04 without JavaScript a doctor finds, is told what is wrong, and decides', async ({ visit }) => {
  const page = await visit({ employee: 's.okafor' }, { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Zoek patiënt' }).click();
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await expect(page.getByText('Vul minstens 1 van de 4 velden in').first()).toBeVisible();
  await page.getByLabel('Achternaam').fill('nowak');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByRole('link', { name: /Open dossier/ }).click();
  const result = page.getByRole('row').filter({ hasText: 'Nieuwe bepaling' });
  await expect(result).toContainText('Vanaf');
  await result.getByRole('button', { name: 'Toon nu' }).click();
  await expect(page.getByText('De patiënt ziet deze uitslag nu.')).toBeVisible();
  const patient = await visit({ person: 'k.nowak' }, { javaScriptEnabled: false, path: '/uitslagen' });
  await patient.getByRole('link', { name: /Nieuwe bepaling/ }).click();
  await expect(title(patient)).toHaveText('Nieuwe bepaling');
});

test('IN-01 without JavaScript a wrong code is said beside the field', async ({ page }) => {
  await page.goto(portal('duinzicht', '/inloggen'));
  await page.getByRole('button', { name: 'Inloggen met DigiD' }).click();
  await page.locator('input[name=middel][value=sms]').check();
  await page.locator('main form button').first().click();
  await page.getByLabel('Gebruikersnaam').fill('r.janssens');
  await page.getByLabel('Wachtwoord').fill('demo');
  await page.locator('main form button').first().click();
  const code = await readCode(page, 'r.janssens');
  await page.locator('[name=code]').fill(code === '000000' ? '111111' : '000000');
  await page.locator('main form button').first().click();
  await expect(page.locator('[name=code]')).toHaveAttribute('aria-invalid', 'true');
});
