import { expect, portal, test, type VisitOptions } from '../support/browser';
import { inspect } from '../support/browser-inspect';

/** The main pages of both sides; each in every language, since words of another length break what was drawn in one. */
const VISITS: { who: { person: string } | { employee: string }; slug: string; paths: string[] }[] = [
  {
    who: { person: 'a.tromp-visser' },
    slug: 'duinzicht',
    paths: ['/', '/inloggen', '/uitgelogd', '/overzicht', '/uitslagen', '/afspraken', '/inzage', '/bestaat-niet'],
  },
  { who: { person: 'a.yilmaz' }, slug: 'amstelland', paths: ['/', '/overzicht', '/uitslagen'] },
  { who: { employee: 's.okafor' }, slug: 'duinzicht', paths: ['/werkplek/inloggen', '/werkplek', '/werkplek/zoeken'] },
];

for (const language of ['en', 'x-rtl']) {
  for (const { who, slug, paths } of VISITS) {
    test(`HO-03 pages of ${Object.values(who)} hold in ${language}`, async ({ visit }) => {
      test.slow();
      const page = await visit(who, { slug } satisfies VisitOptions);
      await page.context().addCookies([{ name: 'taal', value: language, url: portal(slug) }]);
      for (const path of paths) {
        await page.goto(portal(slug, path));
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'en' ? 'ltr' : 'rtl');
        if (language === 'en') await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        await inspect(page, `${path} in ${language}`);
      }
    });
  }
}

test('one chooses another language on the page where one is, and it stays', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { path: '/afspraken' });
  await page.locator('summary', { hasText: 'Taal' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(portal('duinzicht', '/afspraken'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appointments');
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Results' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results');
});

test('the chooser of the demonstration leads to each organisation', async ({ page }) => {
  await page.goto(portal('duinzicht').replace('duinzicht.', ''));
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link') })
      .first(),
  ).toBeVisible();
  await inspect(page);
  await page.getByRole('link', { name: 'Huisartsen De Drecht' }).click();
  await expect(page).toHaveURL(portal('drecht'));
});
