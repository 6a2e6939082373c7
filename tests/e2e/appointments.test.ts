import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

test('AP-01 appointments go into a calendar and on paper', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/afspraken' });
  await inspect(page, 'the list');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Zet alles in agenda' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('afspraken.ics');
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('summary'));
  expect(events.length).toBeGreaterThan(1);
  expect(new Set(events)).toEqual(new Set(['Afspraak Duinzicht Ziekenhuis']));
  await page.getByRole('link', { name: 'Overzicht om af te drukken' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Komende afspraken');
  await expect(page.getByRole('main')).toContainText('Zeeweg 120');
  await inspect(page, 'the overview');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeHidden();
  await expect(page.getByText('De heer W. Tromp').first()).toBeVisible();
});

test('AP-10 after a visit its summary is read beside the appointment', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/afspraken' });
  const past = page.getByRole('region', { name: 'Eerdere afspraken' });
  await past.getByRole('link', { name: /Controle van de wond/ }).click();
  await page.getByRole('link', { name: 'Lees het verslag' }).click();
  await expect(page.getByRole('main')).toContainText('De hechtingen zijn eruit.');
  await inspect(page, 'a summary');
  await page.getByRole('link', { name: 'Terug naar de afspraak' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controle van de wond');
});
