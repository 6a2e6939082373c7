/** What the source wrote, as parts of a document to keep: in its own language, never as markup. */
import type { Translate } from '../platform/i18n';
import type { Block, Words } from '../platform/pdf';
import type { Said } from './concept';
import type { NoteSection } from './note';

/** Words of the source: Dutch, unless they say otherwise. English among Dutch is named as such. */
export function documentWords(t: Translate, { text, lang }: Said): Words {
  if (t.language === 'en') return lang === 'en' ? text : { text, lang: 'nl' };
  return lang === 'en' ? { text: `${text} ${t('zib.in-english')}`, lang } : text;
}

/** Free text of the source. */
export const sourceWords = (t: Translate, text: string): Words => documentWords(t, { text });

type Level = 2 | 3 | 4;

/** A note as headings and paragraphs; `level` is one below that of what holds the note. */
export function noteBlocks(t: Translate, sections: readonly NoteSection[], level: Level = 3): Block[] {
  return sections.flatMap((section) => {
    const { soep, heading, about, paragraphs, empty } = section;
    const title = soep !== undefined ? t(`zib.soep-${soep}`) : heading && documentWords(t, heading);
    return [
      ...(title === undefined ? [] : [{ kind: 'heading' as const, level, text: title }]),
      ...(about === undefined ? [] : [{ kind: 'small' as const, text: documentWords(t, about) }]),
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text: sourceWords(t, text) })),
      ...(paragraphs.length === 0 && empty !== undefined
        ? [{ kind: 'paragraph' as const, text: documentWords(t, empty) }]
        : []),
      // Below a section without a heading there is nothing to be below of.
      ...noteBlocks(t, section.sections, title === undefined ? level : level === 2 ? 3 : 4),
    ];
  });
}
