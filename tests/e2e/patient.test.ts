import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name });
/** A card, by its heading. */
const card = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name, exact: true });

test('RE-01 from the overview to the results, to one of them; what was opened is no longer new', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  await expect(page.getByText(/^U heeft 5 nieuwe uitslagen/)).toBeVisible();
  await inspect(page);
  await page.getByRole('link', { name: 'Alle uitslagen' }).click();
  await expect(title(page)).toHaveText('Uitslagen');
  await expect(card(page, 'Nieuw voor u').getByRole('listitem')).toHaveCount(5);
  await inspect(page);
  await card(page, 'Nieuw voor u').getByRole('link', { name: 'Bloedonderzoek 7 november 2026' }).click();
  await expect(title(page)).toHaveText('Bloedonderzoek');
  await expect(page.getByRole('link', { name: 'Hemoglobine' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Ferritine');
  await inspect(page, 'a panel with its parts');
  await page.getByRole('link', { name: 'Terug naar uitslagen' }).click();
  await expect(card(page, 'Nieuw voor u').getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('heading', { name: '7 november 2026' })).toBeVisible();
});

test('RE-10 one value shows its range, its course as chart and as table, and prints', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/uitslagen' });
  await card(page, '12 augustus 2026').getByRole('link', { name: 'Hemoglobine' }).click();
  await expect(title(page)).toHaveText('Hemoglobine');
  await expect(page.getByText('De normale waarden zijn 8,5 tot 11.')).toContainText('Deze waarde zit daaronder');
  await expect(page.getByText('Lager dan normaal').first()).toBeVisible();
  await expect(page.locator('.pp-range svg:visible')).toHaveCount(1);
  await expect(
    page.getByRole('figure', { name: 'Grafiek van Hemoglobine, van februari 2025 tot augustus 2026' }),
  ).toBeVisible();
  await page.getByText('Bekijk als tabel').click();
  const table = page.getByRole('table', { name: 'Hemoglobine per datum' });
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(table.getByRole('row').nth(1)).toContainText('12 augustus 2026');
  await inspect(page, 'one value with its course');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Afdrukken' }).click();
  await expect(page.locator('body[data-printed]')).toBeVisible();
});

test('RE-13 a coming result gives its day and nothing else; a held one is not there at all', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/uitslagen' });
  const coming = card(page, 'Deze uitslagen komen nog');
  await expect(coming.getByRole('listitem')).toHaveCount(2);
  await expect(coming).toContainText('Bloed- of urineonderzoek van 16 november');
  await expect(coming).toContainText('Zichtbaar vanaf 23 november');
  await expect(coming.getByRole('link')).toHaveCount(0);
  const source = await page.content();
  for (const hidden of ['Vitamine D', 'Weefselonderzoek', 'Ik bespreek deze uitslag eerst zelf'])
    expect(source).not.toContain(hidden);
});

test('DO-09 what one just did stands in the log, in words', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/uitslagen' });
  await menu(page, 'Afspraken').click();
  await inspect(page);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Wie bekeek mijn dossier?' }).click();
  await expect(title(page)).toHaveText('Wie bekeek mijn dossier?');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries.filter({ hasText: 'U bekeek uw afspraken.' }).first()).toBeVisible();
  await expect(entries.filter({ hasText: 'U keek in uw uitslagen.' }).first()).toBeVisible();
  await inspect(page);
  await page.getByRole('link', { name: 'Zorgverleners' }).click();
  await expect(page.getByRole('main')).not.toContainText('U keek in uw uitslagen.');
  await inspect(page, 'the log of care providers');
});

test('AP-01 an appointment says when, where, with whom and what to bring', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/afspraken' });
  await page.getByRole('link', { name: /vrijdag 27 november 2026 om 10.20 uur/ }).click();
  const main = page.getByRole('main');
  for (const words of [
    'Controle van uw enkel',
    'Zeeweg 120',
    'route 24',
    'Bus 12',
    '088 555 01 24',
    'Neem uw identiteitsbewijs en uw krukken mee',
  ])
    await expect(main).toContainText(words);
  await inspect(page, 'one appointment');
});

test('HO-01 every page says whose record is open, and another person’s is unmistakable', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  const own = page.getByRole('region', { name: 'Geopend dossier' });
  for (const name of ['Overzicht', 'Afspraken', 'Uitslagen']) {
    await menu(page, name).click();
    for (const fact of ['De heer W. Tromp', 'Man', '14 februari 1948', '4 118 207'])
      await expect(own).toContainText(fact);
  }
  await page.getByText('Ander dossier openen').click();
  await inspect(page, 'the choice of records');
  await page.getByRole('link', { name: 'Mevrouw A. Tromp-Visser' }).click();
  await expect(page).toHaveURL(/\/namens\/[0-9a-f-]+\/overzicht$/);
  await expect(page.getByText('U kijkt in het dossier van Mevrouw A. Tromp-Visser')).toBeVisible();
  await inspect(page, 'another record');
  await menu(page, 'Uitslagen').click();
  await expect(page).toHaveURL(/\/namens\/[0-9a-f-]+\/uitslagen$/);
  await expect(page.getByText('U kijkt in het dossier van Mevrouw A. Tromp-Visser')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('HbA1c');
  await page.getByRole('link', { name: 'Terug naar mijn dossier' }).click();
  await expect(page.getByRole('region', { name: 'Geopend dossier' })).toContainText('De heer W. Tromp');
});

test('PR-08 what a proxy opened is in the log of whose record it is', async ({ visit }) => {
  const proxy = await visit({ person: 'w.tromp' });
  await proxy.getByText('Ander dossier openen').click();
  await proxy.getByRole('link', { name: 'Mevrouw A. Tromp-Visser' }).click();
  await expect(title(proxy)).toContainText('Tromp-Visser');
  const page = await visit({ person: 'a.tromp-visser' }, { path: '/inzage?wie=naasten' });
  const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tromp' }).first();
  await expect(entry).toContainText('gemachtigd');
});

test('HO-03 the menu leads to each part in one click, and says where one is', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  for (const name of ['Afspraken', 'Uitslagen', 'Overzicht']) {
    await menu(page, name).click();
    await expect(menu(page, name)).toHaveAttribute('aria-current', 'page');
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('navigation', { name: 'Snel naar' }).getByRole('link', { name: 'Uitslagen' }).click();
  await expect(title(page)).toHaveText('Uitslagen');
});

test('HO-05 an empty record says why it is empty', async ({ visit }) => {
  const page = await visit({ person: 'r.janssens' });
  await expect(page.getByText('Er zijn geen afspraken gepland.')).toBeVisible();
  await expect(page.getByText('Soms heeft het zorgteam oudere gegevens die het portaal niet kan tonen.')).toBeVisible();
  await inspect(page);
  await menu(page, 'Uitslagen').click();
  await expect(page.getByRole('heading', { name: 'Er zijn nog geen uitslagen' })).toBeVisible();
  await inspect(page);
  await menu(page, 'Afspraken').click();
  await expect(page.getByText('Er staan geen afspraken gepland.')).toBeVisible();
  await inspect(page);
});

test('HO-06 what is not there, and what is another’s, look the same and name whom to call', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  const bodies = [];
  for (const path of [
    '/bestaat-niet',
    '/uitslagen/00000000-0000-0000-0000-000000000000',
    '/namens/00000000-0000-0000-0000-000000000000/uitslagen',
  ]) {
    const answer = await page.goto(portal('duinzicht', path));
    expect(answer?.status(), path).toBe(404);
    bodies.push(await answer?.text());
    await expect(title(page)).toHaveText('Deze pagina is er niet');
    await expect(page.getByRole('link', { name: '088 555 01 00' })).toBeVisible();
  }
  expect(new Set(bodies).size).toBe(1);
  await inspect(page, 'not found');
});
