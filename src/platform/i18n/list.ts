import type { Language } from './language';

const formats = new Map<Language, Intl.ListFormat>();

/** 'maandag, dinsdag en vrijdag'. The formatter is kept: making one costs more than a query. */
export function listInWords(language: Language, items: readonly string[]): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL');
    formats.set(language, format);
  }
  return format.format(items);
}
