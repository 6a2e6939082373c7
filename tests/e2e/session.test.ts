import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';
import { proveAt } from '../support/browser-sign-in';
import { leaveAlone } from '../support/browser-time';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const MINUTE = 60_000;

test('IN-12 two minutes before the end one is asked, and goes on with one press', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { anew: true });
  await page.clock.install();
  await page.goto(portal('duinzicht', '/afspraken'));
  const dialog = page.getByRole('dialog', { name: 'Bent u er nog?' });
  await page.clock.fastForward(12 * MINUTE);
  await expect(dialog).toBeHidden();
  await page.clock.fastForward(MINUTE);
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('Over 2 minuten loggen we u uit.');
  await expect(page.getByRole('button', { name: 'Ingelogd blijven' })).toBeFocused();
  await inspect(page, 'the question');
  await page.clock.fastForward(MINUTE);
  await expect(dialog).toContainText('Over 1 minuut loggen we u uit.');
  await leaveAlone(page, 14);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // The server knows: without the press, the session would have ended by now.
  await leaveAlone(page, 14);
  await page.reload();
  await expect(title(page)).toHaveText('Afspraken');
});

test('IN-12 nobody there: the page is left by itself, and leads back to where one was', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { anew: true });
  await page.clock.install();
  await page.goto(portal('duinzicht', '/afspraken'));
  await leaveAlone(page, 16);
  await page.clock.fastForward(16 * MINUTE);
  await expect(title(page)).toHaveText('U bent uitgelogd');
  await expect(page.getByRole('main')).toContainText('U deed een tijd niets.');
  await inspect(page);
  await page.getByRole('link', { name: 'Opnieuw inloggen' }).click();
  await page.getByRole('button', { name: 'Inloggen met DigiD' }).click();
  await proveAt(page, 'w.tromp', 'app');
  await expect(page).toHaveURL(portal('duinzicht', '/afspraken'));
});

test('IN-12 a session that ended meanwhile shows nothing more, and says why', async ({ visit }) => {
  const page = await visit({ person: 'a.tromp-visser' }, { anew: true });
  await leaveAlone(page, 16);
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Uitslagen' }).click();
  await expect(title(page)).toHaveText('Inloggen');
  await expect(page.getByText('U deed een tijd niets. Daarom bent u uitgelogd.')).toBeVisible();
  await inspect(page);
});

const REASON = 'Patiënt is verward en kan zelf niets vertellen.';

/** The emergency form for somebody, with a reason typed and not sent. */
async function typeReason(page: Page, surname: string): Promise<string> {
  await page.getByRole('link', { name: 'Zoek patiënt' }).first().click();
  await page.getByLabel('Achternaam').fill(surname);
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByRole('link', { name: /Noodtoegang/ }).click();
  const address = page.url();
  await page.getByLabel('Waarom is dit dossier nu nodig?').fill(REASON);
  return address;
}

async function findsItAgain(page: Page, address: string): Promise<void> {
  await expect(page).toHaveURL(address);
  await expect(page.getByText('We hebben bewaard wat u eerder invulde.')).toBeVisible();
  await expect(page.getByLabel('Waarom is dit dossier nu nodig?')).toHaveValue(REASON);
}

test('IN-12 what an employee typed is kept when the session ends by itself, and is there after signing in', async ({
  visit,
}) => {
  const page = await visit({ employee: 'l.hofman' }, { anew: true });
  await page.clock.install();
  const address = await typeReason(page, 'brandsma');
  // The island sends what was typed while the session still counts.
  const saved = page.waitForResponse('**/concept');
  await page.clock.fastForward(11_000);
  expect((await saved).status()).toBe(204);
  await leaveAlone(page, 16);
  await page.clock.fastForward(16 * MINUTE);
  await expect(title(page)).toHaveText('U bent uitgelogd');
  await page.getByRole('link', { name: 'Opnieuw inloggen' }).click();
  await page.getByRole('button', { name: 'Inloggen als medewerker' }).click();
  await page.locator('button[value="l.hofman"]').click();
  await findsItAgain(page, address);
  await inspect(page, 'a kept reason');
});

test('IN-12 without JavaScript, what meets an ended session is kept, and given back to its writer only', async ({
  visit,
}) => {
  const page = await visit({ employee: 'j.degraaf' }, { anew: true, javaScriptEnabled: false });
  const address = await typeReason(page, 'janssens');
  await leaveAlone(page, 16);
  await page.getByRole('button', { name: 'Open het dossier met noodtoegang' }).click();
  await expect(page.getByText('Wat u invulde, hebben we bewaard.')).toBeVisible();
  const other = await visit({ employee: 'l.hofman' }, { anew: true, javaScriptEnabled: false });
  await other.goto(address);
  await expect(other.getByText('We hebben bewaard wat u eerder invulde.')).toBeHidden();
  await page.getByRole('button', { name: 'Inloggen als medewerker' }).click();
  await page.locator('button[value="j.degraaf"]').click();
  await findsItAgain(page, address);
  // What was sent is no draft any more.
  await page.getByRole('button', { name: 'Open het dossier met noodtoegang' }).click();
  await expect(page.getByText('U heeft dit dossier geopend met noodtoegang.')).toBeVisible();
  await page.goto(address);
  await expect(page.getByLabel('Waarom is dit dossier nu nodig?')).toHaveValue('');
});
