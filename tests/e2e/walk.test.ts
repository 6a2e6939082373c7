import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { showAll } from '../support/browser-inspect';
import { kindOf, linksOf, type Manner, manners, peopleOf } from '../support/walk';

/** The full count: everybody meets every kind of page. Here every kind of page is met once in each house. */
const all = process.env.INZAGE_PROVE !== undefined;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the page as it stands, one line each. */
async function wrongWith(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const before = page.viewportSize();
  await showAll(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  if (before !== null) await page.setViewportSize(before);
  return [
    ...(wide > 0 ? [`${wide} px too wide`] : []),
    ...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join(' ')}`),
  ];
}

const dressed = ({ scheme, width }: Manner) => ({ colorScheme: scheme, viewport: { width, height: 900 } });

/** Goes along every link that leads to a kind of page not met before; gives what was wrong, by page. */
async function walk(page: Page, origin: string, met: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [new URL(page.url()).pathname];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (met.has(kindOf(path))) continue;
    met.add(kindOf(path));
    const answer = await page.goto(new URL(path, origin).href);
    const status = answer?.status() ?? 0;
    if (status !== 200) wrong.push(`${path}: ${status}`);
    wrong.push(...(await wrongWith(page)).map((line) => `${path}: ${line}`));
    waiting.push(...(await linksOf(page)));
  }
  return wrong;
}

/** Everybody in one manner, a different one each; the full count in three that differ in everything. */
function mannersFor(index: number): Manner[] {
  const one = manners[(index * 5) % manners.length];
  const more = all ? [manners[(index * 5 + 3) % manners.length], manners[(index * 5 + 10) % manners.length]] : [];
  return [one, ...more].filter((manner) => manner !== undefined);
}

for (const slug of ['duinzicht', 'maasoever', 'amstelland', 'drecht']) {
  const parts = peopleOf(slug).flatMap((person, index) => mannersFor(index).map((manner) => ({ person, manner })));
  test(`HO-03 everything that is linked at ${slug} is there, and readable for whom it is meant`, async ({ visit }) => {
    test.setTimeout(all ? 3_600_000 : 300_000);
    const kinds = new Set<string>();
    for (const { person, manner } of parts) {
      const page = await visit({ person }, { slug, path: '/overzicht', ...dressed(manner) });
      const origin = portal(slug);
      await page.context().addCookies([{ name: 'taal', value: manner.language, url: origin }]);
      // In the full count everybody meets every kind of page; else everybody the overview, and each kind somebody.
      const met = all ? new Set<string>() : kinds;
      met.delete('/overzicht');
      const wrong = await walk(page, origin, met);
      for (const kind of met) kinds.add(kind);
      expect.soft(wrong, `${person}, ${manner.language}, ${manner.scheme}, ${manner.width} px`).toEqual([]);
      await page.context().close();
    }
    expect(kinds.size).toBeGreaterThan(15);
  });
}
