import type { Page } from '@playwright/test';
import demoPeople from '../../organisations/demo/people.json' with { type: 'json' };

/** How somebody signs in at the simulated DigiD. */
export type Means = 'sms' | 'app' | 'app-document';

/** What every invented person and no real one uses. */
const PASSWORD = 'demo';
const PIN = '12345';

const onward = (page: Page) => page.locator('main form button').first().click();

/** From the portal's sign-in page to DigiD's first page. */
export async function goToDigid(page: Page, origin: string): Promise<void> {
  await page.goto(new URL('/inloggen', origin).href);
  await page.getByRole('button', { name: 'Inloggen met DigiD' }).click();
  await page.waitForURL('**/interactie/**');
}

export async function chooseMeans(page: Page, means: Means): Promise<void> {
  await page.locator(`input[name=middel][value=${means}]`).check();
  await onward(page);
  await page.waitForURL('**/gegevens');
}

/** User name and password; DigiD asks the proof next. */
export async function sayWho(page: Page, userName: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(userName);
  await page.getByLabel('Wachtwoord').fill(password);
  await onward(page);
}

export async function typePin(page: Page, document: boolean): Promise<void> {
  await page.locator('[name=pin]').fill(PIN);
  if (document) await page.locator('[name=document]').check();
  await onward(page);
}

/** The newest code on the simulated telephone of all, for one user name. */
export async function readCode(page: Page, userName: string): Promise<string> {
  const phone = await page.context().newPage();
  await phone.goto(new URL('/telefoon', page.url()).href);
  const message = phone.locator('li', { hasText: userName }).first();
  const code = ((await message.locator('code').textContent()) ?? '').replace(/\s/g, '');
  await phone.close();
  return code;
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('[name=code]').fill(code);
  await onward(page);
}

/** All the way, in the way that every organisation lets in: the app with a check of the identity document. */
export async function signIn(page: Page, origin: string, userName: string, means?: Means): Promise<void> {
  await goToDigid(page, origin);
  await proveAt(page, userName, means ?? (WITHOUT_DOCUMENT.has(userName) ? 'app' : 'app-document'));
  await page.waitForURL(`${origin}**`);
}

/** The steps at DigiD, wherever they lead. */
export async function proveAt(page: Page, userName: string, means: Means): Promise<void> {
  await chooseMeans(page, means);
  await sayWho(page, userName);
  if (means === 'sms') return typeCode(page, await readCode(page, userName));
  await typePin(page, means === 'app-document');
}

/** People whose identity document DigiD has not checked. */
const WITHOUT_DOCUMENT = new Set(
  demoPeople.flatMap(({ userName, means }) => (means.includes('app-document') ? [] : [userName])),
);

/** An employee at the organisation's own identity provider. */
export async function signInEmployee(page: Page, origin: string, employee: string): Promise<void> {
  await page.goto(new URL('/werkplek/inloggen', origin).href);
  await page.getByRole('button', { name: 'Inloggen als medewerker' }).click();
  await page.locator(`button[name=medewerker][value="${employee}"]`).click();
  await page.waitForURL(`${origin}**`);
}
