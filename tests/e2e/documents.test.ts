import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';
import { processesOf } from '../support/processes';

/** The worker stands still meanwhile: as when it has much to do. */
async function whileWorkerRests(work: () => Promise<void>): Promise<void> {
  const worker = processesOf(process.env.INZAGE_E2E_DATA ?? '').find(({ role }) => role === 'worker');
  process.kill(worker?.pid ?? 0, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(worker?.pid ?? 0, 'SIGCONT');
  }
}

async function expectPdf(download: Download, name: string): Promise<void> {
  expect(download.suggestedFilename()).toBe(name);
  const content = readFileSync(await download.path());
  expect(content.subarray(0, 8).toString()).toBe('%PDF-1.7');
}

/** By what is read aloud: what is hidden is no part of it. */
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const keep = (page: Page) => page.getByRole('button', { name: 'Download als pdf' });
const pages = [
  ['/uitslagen', 'uitslagen.pdf'],
  ['/afspraken/overzicht', 'afspraken.pdf'],
  ['/dossier/samenvatting', 'gezondheid-in-het-kort.pdf'],
] as const;

test.describe.configure({ mode: 'serial' });

test('DE-01 a page is kept as PDF with one press, and stays where it is', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  for (const [path, name] of pages) {
    await page.goto(portal('duinzicht', path));
    const [download] = await Promise.all([page.waitForEvent('download'), keep(page).click()]);
    await expectPdf(download, name);
    expect(new URL(page.url()).pathname).toBe(path);
  }
});

test('that takes longer says so, and gives the file in place when it is there', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/uitslagen' });
  await whileWorkerRests(async () => {
    await keep(page).click();
    await expect(title(page, 'Uw pdf wordt gemaakt')).toBeVisible();
    await expect(page.getByText('De download begint vanzelf')).toBeVisible();
    await inspect(page, 'waiting for a document');
    // Nothing of the record stands on it.
    await expect(page.locator('body')).not.toContainText('Patiëntnummer');
  });
  await expectPdf(await page.waitForEvent('download'), 'uitslagen.pdf');
  await expect(title(page, 'Uw pdf is klaar')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('De download is begonnen');
  await expect(page.getByText('De download begint vanzelf')).toBeHidden();
  await page.getByRole('link', { name: 'Terug naar de pagina' }).click();
  await expect(page).toHaveURL(/\/uitslagen$/);
});

test('without JavaScript the page asks again by itself', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/uitslagen', javaScriptEnabled: false });
  await whileWorkerRests(async () => {
    await keep(page).click();
    await expect(title(page, 'Uw pdf wordt gemaakt')).toBeVisible();
  });
  await expectPdf(await page.waitForEvent('download'), 'uitslagen.pdf');
});

test('one that is not there any more says so, with the way back', async ({ visit }) => {
  const path = '/uitslagen/pdf/01a208fe-53b2-7115-a2d5-a0df5c8a2b52';
  const page = await visit({ person: 'w.tromp' }, { path });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pdf is er niet meer');
  await inspect(page);
  await page.getByRole('link', { name: 'Terug naar de pagina' }).click();
  await expect(page).toHaveURL(/\/uitslagen$/);
});

test('the care team keeps health in brief as PDF too', async ({ visit }) => {
  const page = await visit({ employee: 's.okafor' });
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Zoek patiënt' }).click();
  await page.getByLabel('Achternaam').fill('tromp');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page
    .getByRole('link', { name: /Open dossier/ })
    .first()
    .click();
  await page.goto(`${page.url().replace(/(\/werkplek\/patient\/[^/]+).*/, '$1')}/dossier/samenvatting`);
  const [download] = await Promise.all([page.waitForEvent('download'), keep(page).click()]);
  await expectPdf(download, 'gezondheid-in-het-kort.pdf');
});
