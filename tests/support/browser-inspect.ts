import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The full counts look at more widths, and at everything in the dark as well. */
const all = process.env.INZAGE_PROVE !== undefined;
const WIDTHS = all ? [1280, 1024, 768, 390] : [1280, 390];
const NARROWEST = 320;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks at the page as it stands: no accessibility mistake on a wide and a small screen, by light and in the dark, and
 * nothing wider than the screen. The window's size and the colours are afterwards as they were.
 */
export async function inspect(page: Page, what = page.url()): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  const found: string[] = [];
  for (const width of [...WIDTHS, NARROWEST]) {
    await page.setViewportSize({ width, height: before.height });
    const wider = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    if (wider > 0) found.push(`${width} px: ${wider} px too wide`);
    if (width === NARROWEST) continue;
    await showAll(page);
    found.push(...(await mistakes(page, `${width} px`)));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await mistakes(page, 'dark', all ? undefined : ['color-contrast'])));
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
  expect(found, what).toEqual([]);
}

/** A window as high as the page: what lies under a bar that stays in sight is only there until one scrolls. */
export async function showAll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: Math.min(height, 16_000) });
}

/** What axe finds, one line each. In the dark only colours are another matter. */
async function mistakes(page: Page, where: string, only: string[] | undefined = undefined): Promise<string[]> {
  // A colour that is still on its way to another is none that anybody reads by.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(RULES)).analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target).join(' ')}`);
}
