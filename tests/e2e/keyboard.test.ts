import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';

interface Stop {
  name: string;
  outlined: boolean;
  covered: boolean;
}

/** What has the focus: its words, whether that can be seen, and whether something stands before it (WCAG 2.4.11). */
const focused = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const box = element.getBoundingClientRect();
    // A label or a box may carry the focus of a control that is itself not drawn.
    const shown = [element, element.closest('label'), element.parentElement, element.nextElementSibling];
    const outlined = shown.some((one) => {
      if (!(one instanceof HTMLElement || one instanceof SVGElement)) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const points = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 2, box.top + 2],
      [box.right - 2, box.bottom - 2],
    ] as const;
    const covered = points.every(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top === null || !(element.contains(top) || top.contains(element));
    });
    return {
      name: (element.textContent ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 80),
      outlined,
      covered,
    };
  });

/** Tabs through the whole page; gives what went wrong on the way and how many stops there were. */
async function tabThrough(page: Page): Promise<{ stops: number; wrong: string[] }> {
  const wrong: string[] = [];
  const reach = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
        ),
      ].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('dialog')).length,
  );
  let stops = 0;
  for (; stops < reach + 5; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === undefined) break;
    if (!stop.outlined) wrong.push(`focus not seen on '${stop.name}'`);
    if (stop.covered) wrong.push(`'${stop.name}' has the focus under something else`);
  }
  // Radio buttons of one question are one stop.
  if (stops > reach) wrong.push(`the focus does not leave the page: ${stops} stops, ${reach} expected`);
  return { stops, wrong };
}

const PAGES = ['/overzicht', '/uitslagen', '/afspraken', '/inzage'];

for (const width of [1280, 390]) {
  test(`the keyboard reaches everything, in sight, at ${width} px`, async ({ visit }) => {
    const page = await visit({ person: 'a.tromp-visser' }, { viewport: { width, height: 800 } });
    for (const path of PAGES) {
      await page.goto(portal('duinzicht', path));
      const { stops, wrong } = await tabThrough(page);
      expect(wrong, path).toEqual([]);
      expect(stops, path).toBeGreaterThan(8);
    }
  });
}

test('the keyboard reaches everything of the care team’s pages', async ({ visit }) => {
  const page = await visit({ employee: 's.okafor' });
  for (const path of ['/werkplek', '/werkplek/zoeken']) {
    await page.goto(portal('duinzicht', path));
    expect((await tabThrough(page)).wrong, path).toEqual([]);
  }
});

test('the first press of Tab offers the way to the content', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Naar de inhoud' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a menu opens, closes with Escape, and gives the focus back', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' });
  const switcher = page.locator('summary', { hasText: 'Ander dossier openen' });
  await switcher.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Mevrouw A. Tromp-Visser' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Mevrouw A. Tromp-Visser' })).toBeHidden();
  await expect(switcher).toBeFocused();
});
