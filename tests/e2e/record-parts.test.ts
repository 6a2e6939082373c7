import { expect, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

test('DO-01 health in brief fits one sheet of paper', async ({ visit }) => {
  for (const [slug, person] of [
    ['duinzicht', 'w.tromp'],
    ['amstelland', 'a.yilmaz'],
  ] as const) {
    const page = await visit({ person }, { slug, path: '/dossier/samenvatting' });
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page[^s]/g), person).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/, geboren .*, patiëntnummer/)).toBeVisible();
    await page.emulateMedia({ media: null });
    await inspect(page, `health in brief of ${person}`);
  }
});

test('DO-04 from the record to a subject of the GP and the notes of its contacts', async ({ visit }) => {
  const page = await visit({ person: 't.okonkwo' }, { slug: 'drecht', path: '/dossier' });
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Huisarts/ })
    .click();
  await inspect(page, 'the GP’s record');
  await page.getByRole('link', { name: /^Bloedarmoede/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bloedarmoede');
  await expect(page.getByRole('heading', { name: 'Plan (P)' }).first()).toBeVisible();
  await inspect(page, 'a subject of the GP');
});

test('DO-13 DO-14 plans, wishes and referrals: reached from the record, and back', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/dossier' });
  for (const name of ['Behandelplannen', 'Verslagen van gesprekken', 'Wensen en grenzen', 'Verwijzingen']) {
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await inspect(page, name);
    await page.getByRole('link', { name: 'Terug naar dossier' }).click();
  }
  await page.goto(portal('duinzicht', '/dossier/wensen'));
  await expect(page.getByRole('heading', { name: 'Wilt u hierover praten?' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^088/ }).first()).toBeVisible();
});
