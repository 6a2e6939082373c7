import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const wide = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' });
const phone = (page: Page) => page.getByRole('navigation', { name: 'Snel naar' });
const more = (page: Page, nav: (page: Page) => ReturnType<Page['getByRole']>) => nav(page).getByText('Meer');

test('HO-03 what stands beside the record is behind Meer, on a wide screen and on a phone', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  await more(page, wide).click();
  await expect(wide(page).getByRole('link', { name: 'Folders' })).toBeVisible();
  await inspect(page, 'more');
  await wide(page).getByRole('link', { name: 'Wie heeft toegang?' }).click();
  await expect(title(page)).toHaveText('Wie mag in mijn dossier kijken?');
  await expect(wide(page).locator('summary')).toHaveAttribute('aria-current', 'true');
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(phone(page).getByRole('link')).toHaveText(['Overzicht', 'Afspraken', 'Berichten', 'Uitslagen']);
  await more(page, phone).click();
  await expect(phone(page).getByRole('link', { name: 'Dossier', exact: true })).toBeVisible();
  await phone(page).getByRole('link', { name: 'Mijn gegevens' }).click();
  await expect(title(page)).toHaveText('Mijn gegevens');
});

test('HO-03 with the keyboard alone: Meer opens, Escape closes it', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  const summary = wide(page).locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(wide(page).getByRole('link', { name: 'Folders' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(wide(page).getByRole('link', { name: 'Folders' })).toBeHidden();
  await expect(summary).toBeFocused();
});

test('DO-07 PR-07 own details and who has access, as they are read', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/mijn-gegevens' });
  await expect(page.getByRole('main')).toContainText('Eindigt op 019');
  await inspect(page);
  await page.goto(portal('duinzicht', '/toegang'));
  await expect(page.getByRole('main')).toContainText('E. Tromp mag wel');
  await inspect(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('PU-02 leaflets are found by words, read and chosen by subject', async ({ page }) => {
    await page.goto(portal('duinzicht'));
    await page.getByRole('contentinfo').getByRole('link', { name: 'Folders' }).click();
    await expect(title(page)).toHaveText('Folders');
    await page.getByRole('searchbox').fill('suikerziekte');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Controle bij diabetes' }).click();
    await expect(title(page)).toHaveText('Controle bij diabetes');
    await expect(page.getByText('Deze tekst is nog niet door een arts beoordeeld.')).toBeVisible();
    await page.getByRole('link', { name: 'Terug naar alle folders' }).click();
    await page.getByRole('link', { name: 'Medicijnen', exact: true }).click();
    await expect(page.getByRole('main').getByRole('link', { name: 'Bloedverdunners' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'MRI-scan' })).toBeHidden();
  });
});

test('PU-02 a leaflet, in both languages and on paper', async ({ page }) => {
  await page.goto(portal('duinzicht', '/folders/operatie-en-verdoving'));
  await inspect(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Druk deze folder af' })).toBeHidden();
  await expect(title(page)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(portal('duinzicht', '/taal/en?terug=/folders/operatie-en-verdoving'));
  await expect(title(page)).toHaveText('Operation and anaesthesia');
  await inspect(page);
});
