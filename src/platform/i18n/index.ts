/** The words of the portal: texts by key, in the reader's language. How to add texts: docs/texts.md. */
export type { TextKey } from './catalogue';
export { availableLanguages, direction, htmlLanguage, type Language, parseLanguage } from './language';
export { listInWords } from './list';
export { type RichValues, type TextValues, type Translate, texts } from './texts';
