import { IntlMessageFormat } from 'intl-messageformat';
import { en, nl, type TextKey } from './catalogue';
import { htmlLanguage, type Language } from './language';
import { pseudoMessage } from './pseudo';

export type TextValues = Readonly<Record<string, string | number>>;

/** Gets what stands inside a tag of the text, gives the element to show. */
type Chunks<Node> = (chunks: (string | Node)[]) => Node;

export type RichValues<Node> = Readonly<Record<string, string | number | Node | Chunks<Node>>>;

/** `t('common.page-of', { page: 1, pages: 3 })` */
export type Translate = {
  /** The text of a key, filled in. Throws when a value is left out: a mistake in the program. */
  (key: TextKey, values?: TextValues): string;
  /** The same, where values or `<tags>` of the text become elements: `rich('…', { link: (words) => <a>{words}</a> })`. */
  rich<Node>(key: TextKey, values: RichValues<Node>): (string | Node)[];
  readonly language: Language;
};

type Compiled = string | IntlMessageFormat;

const translators = new Map<Language, Translate>();

/** The texts in one language; always the same function for a language. */
export function texts(language: Language): Translate {
  let translate = translators.get(language);
  if (translate === undefined) {
    translate = createTranslate(language);
    translators.set(language, translate);
  }
  return translate;
}

function createTranslate(language: Language): Translate {
  const compiled = new Map<string, Compiled>();

  function message(key: TextKey): Compiled {
    let found = compiled.get(key);
    if (found === undefined) {
      found = compile(source(language, key), language);
      compiled.set(key, found);
    }
    return found;
  }

  function translate(key: TextKey, values?: TextValues): string {
    const found = message(key);
    return typeof found === 'string' ? found : String(found.format<string>(values));
  }

  function rich<Node>(key: TextKey, values: RichValues<Node>): (string | Node)[] {
    const found = message(key);
    if (typeof found === 'string') return [found];
    const parts = found.format<Node>(values as Parameters<typeof found.format<Node>>[0]);
    return Array.isArray(parts) ? parts : [parts as string | Node];
  }

  return Object.assign(translate, { rich, language });
}

/** Most texts are plain words: those never reach the formatter. */
function compile(text: string, language: Language): Compiled {
  if (language === 'x-rtl') {
    const format = new IntlMessageFormat(pseudoMessage(text), 'nl');
    return isPlain(text) ? String(format.format()) : format;
  }
  return isPlain(text) ? text : new IntlMessageFormat(text, htmlLanguage(language));
}

function isPlain(text: string): boolean {
  return !/[{}<]|''/.test(text);
}

/** The pattern behind a key. Throws for a key that does not exist (only possible past the types). */
function source(language: Language, key: string): string {
  const dot = key.indexOf('.');
  const rooms: Record<string, Record<string, string>> = language === 'en' ? en : nl;
  const room = own(rooms, key.slice(0, dot));
  const text = room && own(room, key.slice(dot + 1));
  if (text === undefined) throw new Error(`no text '${key}' in ${language}`);
  return text;
}

/** A key like 'constructor' must not find what every object has. */
function own<Value>(object: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
