import type { BrowserContext, Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';

/** The dialog as the server writes it, on a page that everybody may open: its seconds are the test's. */
const session = (left: number, warn: number) => `
  <pp-session seconds-left="${left}" warn="${warn}" keep="/sessie/verlengen" ended="/ontwikkelaars/galerij#einde">
    <dialog class="pp-dialog" aria-label="Bent u er nog?">
      <p><span data-minutes="2">twee</span><span data-minutes="1" hidden>een</span></p>
      <form action="/sessie/verlengen" method="post"><button data-keep>Ingelogd blijven</button></form>
    </dialog>
  </pp-session>
  <form data-draft="vraag" method="post" action="/">
    <input name="tekst" aria-label="Tekst"><input name="wachtwoord" type="password" aria-label="Wachtwoord">
  </form>`;

interface Heard {
  kept: number;
  drafts: (string | null)[];
}

async function open(context: BrowserContext, page: Page, left: number, warn: number): Promise<Heard> {
  const heard: Heard = { kept: 0, drafts: [] };
  await page.goto(portal('duinzicht'));
  const body = (await page.content()).replace('</main>', `${session(left, warn)}</main>`);
  await context.route(portal('duinzicht'), (route) => route.fulfill({ contentType: 'text/html', body }));
  await context.route('**/sessie/verlengen', async (route) => {
    heard.kept += 1;
    await route.fulfill({ json: { secondsLeft: 60 } });
  });
  await context.route('**/concept', async (route) => {
    heard.drafts.push(route.request().postData());
    await route.fulfill({ status: 204 });
  });
  await page.goto(portal('duinzicht'));
  return heard;
}

test('IN-12 before a session ends somebody is asked, and stays signed in with one press', async ({ context, page }) => {
  const heard = await open(context, page, 62, 60);
  const dialog = page.getByRole('dialog', { name: 'Bent u er nog?' });
  await expect(dialog).toBeHidden();
  await expect(dialog).toBeVisible({ timeout: 5_000 });
  await expect(page.getByRole('button', { name: 'Ingelogd blijven' })).toBeFocused();
  await expect(dialog).toContainText('een');
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.kept).toBe(1);
});

test('IN-12 at the end of a session what was typed is kept, except passwords, and the page is left', async ({
  context,
  page,
}) => {
  const heard = await open(context, page, 7, 1);
  await page.getByLabel('Tekst').fill('Mag ik weer autorijden?');
  await page.getByLabel('Wachtwoord').fill('geheim');
  await page.waitForURL('**/ontwikkelaars/galerij#einde', { timeout: 12_000 });
  expect(heard.drafts).toEqual(['_form=vraag&_page=%2F&tekst=Mag+ik+weer+autorijden%3F']);
});
