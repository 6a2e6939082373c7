import { type Visit, WhomToCall } from '../../house';
import { BackLink, Card, Column, Columns, Disc, LinkButton, PageHead, Row, Rows, Wrap } from '../../ui';
import { type Names, RecordStart } from '../../zib';
import { cursorText } from '../cursor';
import { type Addressee, type LetterEntry, stateOf } from '../letter';
import type { Cursor, ListedLetter } from '../store';
import { addresseeText, dayText, recipientText, Subject, senderText } from '../words';

export interface ListProps {
  readonly visit: Visit;
  readonly letters: readonly ListedLetter[];
  readonly next: Cursor | undefined;
  readonly names: Names;
  readonly addressee: (letter: LetterEntry) => Addressee | undefined;
  /** A later page, of older letters. */
  readonly older: boolean;
  /** What the page is called: 'Berichten' holds letters alone for now. */
  readonly heading: 'letters.messages' | 'letters.title';
}

/** Letters, newest first, with from whom and to whom (DO-03). */
export function LetterList(props: ListProps) {
  const { visit, letters, next, older, heading } = props;
  const { t } = visit;
  return (
    <Wrap>
      {older && <BackLink href={visit.to('/berichten/brieven')}>{t('letters.back-to-newest')}</BackLink>}
      <PageHead title={t(heading)} lead={t('letters.lead')} />
      <Columns ratio="8/4">
        <Column>
          <Card id="brieven" title={t('letters.title')} hideTitle={heading === 'letters.title'}>
            {letters.length === 0 ? (
              <>
                <p>{t(older ? 'letters.none-older' : 'letters.none')}</p>
                {!older && <p class="pp-muted">{t('letters.none-older-care-team')}</p>}
              </>
            ) : (
              <LetterRows {...props} />
            )}
          </Card>
          {next !== undefined && (
            <p class="pp-noprint">
              <LinkButton look="secondary" href={visit.to(`/berichten/brieven?voor=${cursorText(next)}`)}>
                {t('letters.older')}
              </LinkButton>
            </p>
          )}
          <RecordStart visit={visit} />
        </Column>
        <Column>
          <WhomToCall visit={visit} purpose="general" />
        </Column>
      </Columns>
    </Wrap>
  );
}

export function LetterRows({
  visit,
  letters,
  names,
  addressee,
}: Pick<ListProps, 'visit' | 'letters' | 'names' | 'addressee'>) {
  const { t } = visit;
  return (
    <Rows>
      {letters.map((letter) => {
        const to = addressee(letter);
        const recipient = recipientText(visit, letter, names);
        const state = stateOf(letter);
        return (
          <Row
            href={visit.to(`/berichten/brieven/${letter.id}`)}
            isNew={letter.isNew}
            lead={<Disc icon="file-text" />}
            title={<Subject t={t} of={letter} />}
            sub={
              <>
                <bdi>{dayText(t, letter)}</bdi>, {t('letters.from', { name: senderText(visit, letter, names) })}
                {(to !== undefined || recipient !== undefined) && (
                  <>
                    <br />
                    {to !== undefined && <b>{addresseeText(visit, to)}</b>}
                    {to !== undefined && recipient !== undefined && ': '}
                    {recipient !== undefined && (to === undefined ? t('letters.to', { name: recipient }) : recipient)}
                  </>
                )}
                {state !== undefined && (
                  <>
                    <br />
                    {t(`letters.state-${state}`)}
                  </>
                )}
              </>
            }
            tag={letter.isNew ? { look: 'new', label: t('common.new') } : undefined}
          />
        );
      })}
    </Rows>
  );
}
