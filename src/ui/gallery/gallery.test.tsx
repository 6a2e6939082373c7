import { describe, expect, test } from 'vitest';
import { type Language, texts } from '../../platform/i18n';
import { renderPage } from '../page';
import { renderGallery } from '.';
import { specimens } from './pages';

const SITE = {
  organisation: 'Duinzicht Ziekenhuis',
  name: 'Mijn Duinzicht',
  mark: [],
  themeHref: '/assets/theme.css',
  iconHref: '/assets/mark.svg',
};

const specimen = (name: string, language: Language = 'nl'): string => {
  const render = specimens[name];
  if (render === undefined) throw new Error(`no specimen ${name}`);
  return renderPage(render({ t: texts(language), site: SITE }));
};

const PAGES = [
  ['gallery', renderGallery({ theme: '/assets/theme.css', language: 'nl' })],
  ...Object.keys(specimens).map((name) => [name, specimen(name)]),
] as [string, string][];

/** Values of an attribute in the order of the page. */
const values = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

describe.each(PAGES)('%s', (_, html) => {
  test('holds nothing that the content security policy refuses', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/i);
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)/);
    expect(values(html, 'src').filter((address) => !address.startsWith('/'))).toEqual([]);
  });

  test('every id stands once, and whatever points at an id finds it', () => {
    const ids = values(html, 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const wanted = ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) => values(html, name));
    expect(wanted.flatMap((value) => value.split(' ')).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has one main part, and the skip link leads there', () => {
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('href="#inhoud"');
    expect(values(html, 'id')).toContain('inhoud');
  });
});

describe('the document', () => {
  test('says its language, direction and title', () => {
    expect(specimen('uitslagen')).toMatch(/<html lang="nl" dir="ltr"/);
    expect(specimen('uitslagen', 'x-rtl')).toMatch(/<html lang="nl" dir="rtl"/);
    expect(specimen('uitslagen', 'en')).toMatch(/<html lang="en"/);
    expect(specimen('uitslagen')).toContain('<title>Uitslagen – Mijn Duinzicht</title>');
  });

  test('preloads the one font that its direction needs', () => {
    expect(values(specimen('uitslagen'), 'as')).toEqual(['font']);
    expect(specimen('uitslagen')).toContain('latin');
    expect(specimen('uitslagen', 'x-rtl')).toContain('arabic');
  });

  test('another record gives the whole page another frame', () => {
    expect(specimen('overzicht-ander')).toMatch(/<html[^>]*class="pp-other"/);
    expect(specimen('overzicht')).not.toMatch(/<html[^>]*pp-other/);
  });
});
