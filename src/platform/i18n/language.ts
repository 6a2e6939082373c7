/** The languages that a page can be in. `x-rtl` is generated from Dutch to test right-to-left layout. */
export type Language = 'nl' | 'en' | 'x-rtl';

/** What a reader can choose; the generated language is only there outside production. */
export function availableLanguages(options: { pseudo?: boolean } = {}): readonly Language[] {
  return options.pseudo === true ? ['nl', 'en', 'x-rtl'] : ['nl', 'en'];
}

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'x-rtl' ? 'rtl' : 'ltr';
}

/** What belongs in `<html lang>`: the test language is still made of Dutch words. */
export function htmlLanguage(language: Language): 'nl' | 'en' {
  return language === 'en' ? 'en' : 'nl';
}

/**
 * The language of a page: what the reader chose (cookie), else what the browser prefers, else Dutch. Anything that
 * is not a language of ours is passed over. `pseudo` must be left out in production.
 */
export function parseLanguage(
  cookie: string | undefined,
  acceptLanguage: string | undefined,
  options: { pseudo?: boolean } = {},
): Language {
  const available = availableLanguages(options);
  const chosen = available.find((language) => language === cookie);
  if (chosen !== undefined) return chosen;
  for (const wanted of preferences(acceptLanguage ?? '')) {
    const found = available.find((language) => language === wanted || language === wanted.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'nl';
}

/** Language tags of an Accept-Language header (RFC 9110 §12.5.4), most wanted first; `q=0` is not wanted at all. */
function preferences(header: string): string[] {
  return header
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1])
        .find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
