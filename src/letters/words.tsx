/** Letters in the reader's language; what they say stays as it was written. */
import type { Visit } from '../house';
import { listInWords, type Translate } from '../platform/i18n';
import { formatDate, formatNumber, noBreak } from '../platform/time';
import { dateText, type Names, SaidWords } from '../zib';
import { bytesOf, type StoredFile, sizeParts, typeName } from './files';
import { type Addressee, dateOf, type LetterEntry, recipientsOf, sendersOf, subjectOf } from './letter';

/** What it is about, in the source's words. */
export function Subject({ t, of }: { t: Translate; of: LetterEntry }) {
  const subject = subjectOf(of);
  return subject === undefined ? t('letters.no-subject') : <SaidWords t={t} said={subject} />;
}

export function dayText(t: Translate, letter: LetterEntry): string {
  const date = dateOf(letter);
  if (date !== undefined) return dateText(t, date);
  return letter.effectiveOn === null ? t('letters.no-date') : formatDate(t.language, letter.effectiveOn);
}

/** 'dr. S. Okafor'; the organisation where nobody is named. */
export function senderText(visit: Visit, letter: LetterEntry, names: Names): string {
  const who = sendersOf(letter).flatMap((reference) => names.of(reference, letter.content) ?? []);
  return who.length === 0 ? visit.organisation.about.name : listInWords(visit.language, [...new Set(who)]);
}

/** Undefined where the source does not say; then it is not made up. */
export function recipientText(visit: Visit, letter: LetterEntry, names: Names): string | undefined {
  const who = recipientsOf(letter)
    .flatMap((reference) => names.of(reference, letter.content) ?? [])
    .filter((name) => !NOBODY.test(name));
  return who.length === 0 ? undefined : listInWords(visit.language, [...new Set(who)]);
}

/** Says no more than that it went to the GP or the referrer, which is told anyway. */
const NOBODY = /^((uw|de|mijn) )?(huisarts|verwijzer)$/i;

/** Whether the reader reads of himself. */
export const whose = ({ base }: Pick<Visit, 'base'>): 'own' | 'other' => (base === '' ? 'own' : 'other');

/** 'Aan uw huisarts' */
export const addresseeText = (visit: Visit, addressee: Addressee): string =>
  visit.t(`letters.to-${addressee}`, { whose: whose(visit) });

/** 'pdf, 120 kB', 'Word-document, 1,2 MB' */
export function fileText(t: Translate, file: StoredFile): string {
  const name = typeName(file.type);
  const type = KNOWN.has(name) ? t(`letters.type-${name as 'word'}`) : name || t('letters.type-unknown');
  if (file.size === null) return type;
  const { number, unit } = sizeParts(bytesOf(file.size));
  return `${type}, ${formatNumber(t.language, number)}${noBreak}${unit}`;
}

const KNOWN = new Set(['word', 'image', 'web', 'rtf', 'cda', 'pdf']);
