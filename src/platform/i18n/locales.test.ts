import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en, nl } from './catalogue';

type Rooms = Record<string, Record<string, string>>;
type Message = ReturnType<IntlMessageFormat['getAst']>;

const languages: Record<string, Rooms> = { nl, en };
const entries = Object.entries(languages).flatMap(([language, rooms]) =>
  Object.entries(rooms).flatMap(([room, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ language, key: `${room}.${key}`, text })),
  ),
);

/** The names in a message, with their kind: 'count:6', so that a plural stays a plural. */
function slots(message: Message): string[] {
  return message.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const own = `${String(Reflect.get(element, 'value'))}:${element.type}`;
    if ('children' in element) return [own, ...slots(element.children)];
    if (!('options' in element)) return [own];
    return [own, ...Object.values(element.options).flatMap((option) => slots(option.value))];
  });
}

const slotsOf = (text: string, language: string) =>
  [...new Set(slots(new IntlMessageFormat(text, language).getAst()))].sort();

describe('locales', () => {
  test('PU-03 every Dutch text exists in English, and no other', () => {
    const keys = (language: string) => entries.filter((entry) => entry.language === language).map(({ key }) => key);
    const dutch = keys('nl');
    const english = keys('en');
    expect({
      missing: dutch.filter((key) => !english.includes(key)),
      extra: english.filter((key) => !dutch.includes(key)),
    }).toEqual({ missing: [], extra: [] });
  });

  test('every file is in the catalogue, but for those of the simulators, which are no part of the portal', () => {
    const files = Object.keys(
      import.meta.glob(['../../../locales/nl/*.json', '../../../locales/en/*.json', '!**/simulator.json']),
    );
    const listed = Object.entries(languages).flatMap(([language, rooms]) =>
      Object.keys(rooms).map((room) => `../../../locales/${language}/${room}.json`),
    );
    expect(files.sort()).toEqual(listed.sort());
  });

  test('both languages ask for the same values', () => {
    const differing = entries
      .filter(({ language }) => language === 'nl')
      .flatMap(({ key, text }) => {
        const other = entries.find((entry) => entry.language === 'en' && entry.key === key);
        if (other === undefined) return [];
        const [dutch, english] = [slotsOf(text, 'nl'), slotsOf(other.text, 'en')];
        return dutch.join() === english.join() ? [] : [{ key, dutch, english }];
      });
    expect(differing).toEqual([]);
  });

  test('dates, times and numbers are formatted by platform/time, not inside a text', () => {
    const formatting = entries.filter(({ text, language }) =>
      slotsOf(text, language).some((slot) => /:[234]$/.test(slot)),
    );
    expect(formatting.map(({ key }) => key)).toEqual([]);
  });

  test('no text is empty or has stray spaces; one at the end may join it to what follows', () => {
    expect(entries.filter(({ text }) => !/^\S+( \S+)* ?$/.test(text))).toEqual([]);
  });

  test('Dutch is plain: "u", everyday words, short sentences', () => {
    const officialWords =
      /\b(middels|indien|betreffende|gelieve|teneinde|dient u|reeds|jij|jouw|je|alvorens|omtrent)\b/i;
    const dutch = entries.filter(({ language }) => language === 'nl');
    expect(dutch.filter(({ text }) => officialWords.test(text)).map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
    const long = dutch.filter(({ text }) => text.split(/[.?!:](?:\s|$)/).some((sentence) => words(sentence) > 22));
    expect(long.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });
});

const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
