import { test as base, expect, type Page } from '@playwright/test';
import { FIRST_PORT } from '../../playwright.config';

export { expect, FIRST_PORT };

/** The address of an organisation's portal in the browser tests. */
export const portal = (slug: string, path = '/') => `http://${slug}.localhost:${FIRST_PORT}${path}`;

/** A host that belongs to the program: anything else is the outside world. */
const OWN_HOST = /^(?:[a-z-]+\.)?localhost$|^127\.0\.0\.1$/;

/**
 * Playwright's `test`, with two promises of every page: nothing goes wrong silently (an error in the console, an
 * uncaught exception), and nothing is asked of another host. `expected` lists console texts that a test provokes.
 */
export const test = base.extend<{ expected: RegExp[]; watched: undefined }>({
  expected: [[], { option: true }],
  watched: [
    async ({ context, expected }, use) => {
      const wrong: string[] = [];
      const watch = (page: Page) => {
        page.on('console', (message) => {
          if (message.type() === 'error') wrong.push(`console: ${message.text()} (${message.location().url})`);
        });
        page.on('pageerror', (error) => wrong.push(`exception: ${error.message}`));
      };
      context.on('page', watch);
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && !OWN_HOST.test(url.hostname))
          wrong.push(`asked outside: ${url.origin}`);
      });
      await use(undefined);
      expect(wrong.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});
