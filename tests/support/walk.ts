/** A walk through everything that somebody can reach by links, without knowing what there is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** How a page is looked at. */
export interface Manner {
  readonly language: 'nl' | 'en' | 'x-rtl';
  readonly scheme: 'light' | 'dark';
  readonly width: 390 | 1280;
}

/** The twelve ways. */
export const manners: readonly Manner[] = (['nl', 'en', 'x-rtl'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    ([390, 1280] as const).map((width) => ({ language, scheme, width })),
  ),
);

interface Named {
  readonly userName: string;
  readonly bsn: string;
  readonly means: readonly string[];
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../organisations', file), 'utf8')) as T;

/** Who is registered with this organisation, and can sign in at DigiD as surely as it asks. */
export function peopleOf(slug: string): string[] {
  const { people } = read<{ people: readonly { bsn: string }[] }>(`demo/${slug}.json`);
  const { signIn } = read<{ signIn: { digidLevel: string } }>(`${slug}.json`);
  const registered = new Set(people.map(({ bsn }) => bsn));
  const surely = (means: readonly string[]) => signIn.digidLevel === 'midden' || means.includes('app-document');
  return read<readonly Named[]>('demo/people.json')
    .filter(({ bsn, means }) => registered.has(bsn) && surely(means))
    .map(({ userName }) => userName);
}

/** Signing out ends the walk; a file is no page. */
const notWalked = /\/(uitloggen|inloggen)|\.(ics|pdf)$|\/bestand\/|^\/(taal|werkplek)\b/;

/** What kind of page an address is: ids and slugs of things are left out. */
export const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
    .replace(/^(\/folders\/).+/, '$1:folder')
    .replace(/=[^&]*/g, '=')
    .replace(/\/\d+(?=\/|$)/g, '/:nummer');

/** The pages of this host that this page links to, each once, with its query and without its place on the page. */
export async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const here = new URL(page.url());
  const own = hrefs.map((href) => new URL(href)).filter(({ origin }) => origin === here.origin);
  return [...new Set(own.map(({ pathname, search }) => `${pathname}${search}`))].filter(
    (path) => !notWalked.test(new URL(path, here.origin).pathname),
  );
}
