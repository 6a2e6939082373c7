import type { Visit } from '../../house';
import { CellNote, EmptyState, Link, LinkButton, Sheet, SheetHead, StaffTable } from '../../ui';
import { type Names, PatientSees } from '../../zib';
import { cursorText } from '../cursor';
import { type Addressee, type LetterEntry, stateOf } from '../letter';
import type { Cursor, ListedLetter } from '../store';
import { dayText, recipientText, Subject, senderText } from '../words';

interface StaffProps {
  readonly visit: Visit;
  readonly letters: readonly ListedLetter[];
  readonly next: Cursor | undefined;
  readonly names: Names;
  readonly addressee: (letter: LetterEntry) => Addressee | undefined;
  readonly at: Date;
  readonly list: string;
}

/** All letters, with from when the patient sees them. */
export function StaffLetters({ visit, letters, next, names, addressee, at, list }: StaffProps) {
  const { t } = visit;
  const columns = ['subject', 'people', 'sees'] as const;
  return (
    <Sheet>
      <SheetHead id="brieven" title={t('letters.title')} />
      {letters.length === 0 ? (
        <EmptyState>{t('letters.staff-none')}</EmptyState>
      ) : (
        <StaffTable
          t={t}
          caption={t('letters.staff-caption')}
          columns={columns.map((column) => t(`letters.staff-column-${column}`))}
          rows={letters.map((letter) => {
            const to = addressee(letter);
            const state = stateOf(letter);
            return {
              cells: [
                <>
                  <Link href={visit.to(`${list}/${letter.id}`)}>
                    <Subject t={t} of={letter} />
                  </Link>
                  <CellNote>{dayText(t, letter)}</CellNote>
                  {state !== undefined && <CellNote>{t(`letters.state-${state}`)}</CellNote>}
                </>,
                <>
                  {t('letters.from', { name: senderText(visit, letter, names) })}
                  <CellNote>
                    {[recipientText(visit, letter, names), to && t(`letters.staff-to-${to}`)]
                      .filter(Boolean)
                      .join(', ')}
                  </CellNote>
                </>,
                <PatientSees visit={visit} entry={letter} at={at} />,
              ],
            };
          })}
        />
      )}
      {next !== undefined && (
        <p>
          <LinkButton look="secondary" href={visit.to(`${list}?voor=${cursorText(next)}`)}>
            {t('letters.older')}
          </LinkButton>
        </p>
      )}
    </Sheet>
  );
}
