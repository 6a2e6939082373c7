/** What a page says, as words of a document: rooms write down once how a thing reads. */
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { htmlLanguage, type Language } from '../platform/i18n';
import type { ForeignWords, Words } from '../platform/pdf';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, number, name) =>
    number === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(number)),
  );

/** Elements that end a line. */
const ends = new Set(['br', '/p', '/div', '/li', '/dd']);

/**
 * The text of a piece of a page, with the language of each part; elements that end a line do so here. Takes what our own
 * components give, in the page's `language`; pictures say nothing.
 */
export function wordsOf(language: Language, piece: ComponentChildren): Words {
  const own = htmlLanguage(language);
  const parts: { text: string; lang: string }[] = [];
  const langs: string[] = [own];
  const add = (text: string) => {
    const lang = langs.at(-1) ?? own;
    const last = parts.at(-1);
    if (last?.lang === lang) last.text += text;
    else parts.push({ text, lang });
  };
  for (const [, tag, attributes, text] of renderToString(h('span', null, piece)).matchAll(
    /<(\/?\w+)((?:[^>"]|"[^"]*")*)>|([^<]+)/g,
  )) {
    if (text !== undefined) add(plain(text));
    if (tag === undefined) continue;
    if (ends.has(tag)) add('\n');
    if (tag.startsWith('/')) langs.pop();
    else if (tag !== 'br' && !attributes?.endsWith('/'))
      langs.push(/\blang="(\w+)"/.exec(attributes ?? '')?.[1] ?? langs.at(-1) ?? own);
  }
  return tidy(parts, own);
}

function tidy(parts: readonly { text: string; lang: string }[], own: string): Words {
  const said = parts.filter(({ text }) => text !== '');
  const first = said[0];
  const last = said.at(-1);
  if (first !== undefined) first.text = first.text.replace(/^\s+/, '');
  if (last !== undefined) last.text = last.text.replace(/\s+$/, '');
  const words = said.map(({ text, lang }): string | ForeignWords =>
    lang === own || (lang !== 'nl' && lang !== 'en') ? text : { text, lang },
  );
  const [only, second] = words;
  return only === undefined ? '' : second === undefined ? only : words;
}
