import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';

/**
 * The four organisations treat the same kinds of results differently: what is in the list, what is not, and what the
 * page says about it.
 */
const list = async (page: Page) => {
  // biome-ignore lint/performance/useDomNodeTextContent: words as they are seen, apart where lines are.
  const words = await page.getByRole('main').innerText();
  return words.replace(/\s+/g, ' ');
};

test('RE-02 Duinzicht shows results after 7 days, sensitive ones after 28', async ({ visit }) => {
  const page = await visit({ person: 'f.elamrani' }, { path: '/uitslagen' });
  const words = await list(page);
  expect(words).toContain('U ziet een uitslag 7 dagen nadat hij klaar is.');
  expect(words).toContain('Gevoelige uitslagen ziet u 28 dagen nadat hij klaar is.');
  expect(words).toContain(
    'Bloed- of urineonderzoek van 12 november Uw zorgverlener bekijkt de uitslag eerst. Zichtbaar vanaf 19 november',
  );
  // Two tests of one kind: the one of 45 days ago is there, the one of 6 days ago isn't, and isn't announced either.
  expect(words).toContain('Soa-onderzoek 3 oktober 2026');
  expect(words).not.toContain('11 november');
  await inspect(page);
});

test('RE-03 Duinzicht shows results of an admission at discharge', async ({ visit }) => {
  const admitted = await visit({ person: 'h.brandsma' }, { path: '/uitslagen' });
  const words = await list(admitted);
  expect(words).toContain(
    'Bent u opgenomen of op de spoedeisende hulp? Dan ziet u een uitslag zodra u naar huis gaat.',
  );
  expect(words).toContain('Bloedonderzoek voor uw operatie 24 oktober 2026');
  expect(words).not.toContain('november');
  const discharged = await visit({ person: 'w.tromp' }, { path: '/uitslagen' });
  await expect(discharged.getByRole('link', { name: 'Bloedonderzoek na uw operatie' })).toBeVisible();
});

test('RE-04 of what the GP asked for, Duinzicht shows images only; RE-06 a withdrawn result leaves its name only', async ({
  visit,
}) => {
  const page = await visit({ person: 'k.nowak' }, { path: '/uitslagen' });
  const words = await list(page);
  expect(words).toContain('Röntgenfoto van uw handen');
  expect(words).not.toContain('aangevraagd door uw huisarts');
  expect(words).toContain('Deze uitslag is weggehaald Bloed- of urineonderzoek van 8 oktober');
  expect(await page.content()).not.toContain('buisjes waren verwisseld');
  await inspect(page);
});

test('RE-06 a corrected result shows its newest version and says so', async ({ visit }) => {
  const page = await visit({ person: 'k.nowak' }, { path: '/uitslagen' });
  await page.getByRole('link', { name: 'Bloedonderzoek 5 november 2026' }).click();
  await expect(page.getByText('Deze uitslag is verbeterd. U ziet de nieuwste versie.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('4,6');
  await expect(page.getByRole('main')).not.toContainText('5,9');
  await inspect(page, 'a corrected result');
});

test('RE-02 Maasoever shows results as soon as they are final', async ({ visit }) => {
  const page = await visit({ person: 'j.dewit' }, { slug: 'maasoever', path: '/uitslagen' });
  const words = await list(page);
  expect(words).toContain('U ziet een uitslag zodra hij klaar is.');
  expect(words).toContain('Bloedonderzoek 16 november 2026');
  // Preliminary, and not announced.
  expect(words).not.toContain('13 november');
  expect(words).not.toContain('komen nog');
  // The GP's: an image, no blood test.
  expect(words).toContain('Röntgenfoto van uw longen');
  expect(words).not.toContain('aangevraagd door uw huisarts');
  expect(words).toContain('Deze uitslagen ziet u hier niet Erfelijkheidsonderzoek');
  await inspect(page);
});

test('RE-05 UMC Amstelland names what it never shows and what it cannot show, and why', async ({ visit }) => {
  const page = await visit({ person: 'a.yilmaz' }, { slug: 'amstelland', path: '/uitslagen' });
  const words = await list(page);
  expect(words).toMatch(/Erfelijkheidsonderzoek\W+Wij bespreken deze uitslag altijd eerst met u\./);
  expect(words).toMatch(/Longfunctieonderzoek.+Ons systeem kan deze uitslagen nog niet in het portaal tonen\./);
  // Of two cultures, the one of location Oost can't be shown.
  expect(words).toContain('Urinekweek 1 november 2026');
  expect(words).not.toContain('Urinekweek 2 november 2026');
  expect(words).toContain('Van locatie Oost ziet u gegevens vanaf 25 oktober 2015.');
  expect(words).toContain('14 maart 2016');
  expect(words).not.toContain('2015 Hemoglobine');
  await inspect(page);
});

test('RE-09 UMC Amstelland shows parts as they come, marked incomplete', async ({ visit }) => {
  const page = await visit({ person: 'a.yilmaz' }, { slug: 'amstelland', path: '/uitslagen' });
  await page.getByRole('link', { name: 'Bloedonderzoek 15 november 2026' }).click();
  await expect(page.getByText('Deze uitslag is nog niet compleet. Er komen nog onderdelen bij.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('137');
  await inspect(page, 'an incomplete result');
});

test('RE-02 De Drecht shows what the GP has assessed, whoever asked for it', async ({ visit }) => {
  const page = await visit({ person: 't.okonkwo' }, { slug: 'drecht', path: '/uitslagen' });
  const words = await list(page);
  expect(words).toContain('U ziet een uitslag nadat uw zorgverlener hem heeft bekeken.');
  expect(words).toContain('Bloedonderzoek 9 november 2026');
  expect(words).not.toContain('15 november');
  expect(words).not.toContain('komen nog');
  expect(words).toContain('U ziet hier gegevens vanaf 1 juli 2020.');
  expect(words).not.toContain('2019');
  await inspect(page);
});
