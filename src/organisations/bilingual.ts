import { z } from 'zod';
import type { Language } from '../platform/i18n';

/** Words that the organisation chose itself, in both languages of the portal. */
export const bilingual = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) });

export type Bilingual = z.output<typeof bilingual>;

/** The words in the reader's language; the generated test language shows the Dutch ones. */
export function inLanguage(text: Bilingual, language: Language): string {
  return language === 'en' ? text.en : text.nl;
}
