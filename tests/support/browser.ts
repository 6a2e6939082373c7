import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { FIRST_PORT } from '../../playwright.config';
import { signIn, signInEmployee } from './browser-sign-in';

export { expect, FIRST_PORT };

/** The address of an organisation's portal in the browser tests. */
export const portal = (slug: string, path = '/') => `http://${slug}.localhost:${FIRST_PORT}${path}`;

/** A host that belongs to the program: anything else is the outside world. */
const OWN_HOST = /^(?:[a-z-]+\.)?localhost$|^127\.0\.0\.1$/;

type Who = { person: string } | { employee: string };

export type VisitOptions = {
  slug?: string;
  /** Where the visit begins; signing in leads there. */
  path?: string;
  /** Signs in again instead of going on with an earlier session: for tests that end it. */
  anew?: boolean;
} & BrowserContextOptions;

/** Opens a browser of somebody's own in which that person or employee is signed in. */
type Visit = (who: Who, options?: VisitOptions) => Promise<Page>;

type Fixtures = {
  expected: RegExp[];
  watched: (context: BrowserContext) => void;
  visit: Visit;
};

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/**
 * Playwright's `test`, with two promises of every page: nothing goes wrong silently (an error in the console, an
 * uncaught exception), and nothing is asked of another host. `expected` lists console texts that a test provokes; that
 * a page itself was refused (404, 422, 502) is for the test to see.
 */
export const test = base.extend<Fixtures, { signedIn: Map<string, State> }>({
  expected: [[], { option: true }],
  watched: [
    async ({ context, expected }, use) => {
      const wrong: string[] = [];
      const refused = new Set<string>();
      const watchPage = (page: Page) => {
        page.on('console', (message) => {
          const { url } = message.location();
          if (message.type() === 'error' && !refused.has(url)) wrong.push(`console: ${message.text()} (${url})`);
        });
        page.on('pageerror', (error) => wrong.push(`exception: ${error.message}`));
      };
      const watch = (watched: BrowserContext) => {
        watched.on('page', watchPage);
        watched.on('response', (response) => {
          const status = response.status();
          if (status >= 400 && status !== 500 && response.request().isNavigationRequest()) refused.add(response.url());
        });
        watched.on('request', (request) => {
          const url = new URL(request.url());
          if (/^(https?|wss?):$/.test(url.protocol) && !OWN_HOST.test(url.hostname))
            wrong.push(`asked outside: ${url.origin}`);
        });
      };
      watch(context);
      await use(watch);
      expect(wrong.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
  signedIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],
  visit: async ({ browser, watched, signedIn }, use) => {
    const contexts: BrowserContext[] = [];
    const enter = async (context: BrowserContext, who: Who, slug: string): Promise<Page> => {
      const page = await context.newPage();
      if ('person' in who) await signIn(page, portal(slug), who.person);
      else await signInEmployee(page, portal(slug), who.employee);
      return page;
    };
    await use(async (who, { slug = 'duinzicht', path, anew = false, ...options } = {}) => {
      const key = `${slug} ${Object.values(who)}`;
      const known = anew ? undefined : signedIn.get(key);
      const context = await browser.newContext({
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        ...options,
        ...(known && { storageState: known }),
      });
      contexts.push(context);
      watched(context);
      const page = known ? await context.newPage() : await enter(context, who, slug);
      if (!known && !anew) signedIn.set(key, await context.storageState());
      if (known || path) await page.goto(portal(slug, path ?? ('person' in who ? '/overzicht' : '/werkplek')));
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
