import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';

/** Every component in every state; a page of its own would meet only a few of them. */
const address = (mode: Record<string, string>) =>
  portal('duinzicht', `/ontwikkelaars/galerij?${new URLSearchParams(mode)}`);

const all = process.env.INZAGE_PROVE !== undefined;
const STYLES = all ? ['duinzicht', 'maasoever', 'amstelland', 'drecht'] : ['duinzicht'];
const MODES = STYLES.flatMap((stijl) =>
  ['nl', 'x-rtl'].flatMap((taal) => ['light', 'dark'].map((schema) => ({ stijl, taal, schema }))),
);

/** The whole page at once: what lies under a sticky bar is only there because a screen is small. */
async function showAll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: Math.min(height, 16_000) });
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const mode of MODES) {
  test(`no component has an accessibility mistake (${Object.values(mode).join(', ')})`, async ({ page }) => {
    test.slow();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(mode));
      await showAll(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${width}: ${id} ${nodes.map(({ target }) => target).join(' ')}`),
      ).toEqual([]);
    }
  });
}

for (const taal of ['nl', 'x-rtl']) {
  test(`nothing is wider than the screen, also at 200 % text and with wide spacing (${taal})`, async ({
    page,
    context,
  }) => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address({ taal }));
      expect(await page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
    }
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await page.evaluate(overflow), 'text spacing (WCAG 1.4.12)').toBeLessThanOrEqual(0);
    const browser = await context.newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.goto(address({ taal }));
    expect(await page.evaluate(overflow), '200 % text').toBeLessThanOrEqual(0);
  });
}

test('a first visit stays within 60 kB, of which 10 kB JavaScript, without anything asked elsewhere', async ({
  page,
}) => {
  const sizes = new Map<string, number>();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const urls = new Map<string, string>();
  cdp.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(urls.get(requestId) ?? requestId, encodedDataLength),
  );
  await page.goto(portal('duinzicht'), { waitUntil: 'networkidle' });
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const script = [...sizes].filter(([url]) => url.endsWith('.js')).reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify([...sizes])).toBeLessThanOrEqual(60 * 1024);
  expect(script).toBeLessThanOrEqual(10 * 1024);
});
