import type { HomeTile } from '../house';
import { Card, Disc, EmptyState, Row, Rows } from '../ui';
import { Names } from '../zib';
import { type LetterEntry, sendersOf } from './letter';
import { newLetters } from './store';
import { dayText, Subject, senderText } from './words';

/** The overview asks everything at once: a name that the letter does not say itself is left to the letter's own page. */
const asWritten = new Names(new Map());
const saysItsSender = (letter: LetterEntry) =>
  sendersOf(letter).some((reference) => asWritten.of(reference, letter.content) !== undefined);

/** HO-02: letters that this reader has not opened. */
export const lettersTile: HomeTile = {
  order: 40,
  column: 'side',
  right: 'documents',
  async load(record, visit) {
    const opened = record.having('documents');
    if (opened === undefined) return undefined;
    const { t } = visit;
    const news = await newLetters(opened, 3);
    if (!news.any) return undefined;
    return {
      body: (
        <Card
          id="nieuwe-brieven"
          title={t('letters.tile-heading')}
          more={{ href: visit.to('/berichten/brieven'), label: t('letters.tile-all') }}
        >
          {news.total === 0 ? (
            <EmptyState>{t('letters.tile-none')}</EmptyState>
          ) : (
            <Rows>
              {news.letters.map((letter) => (
                <Row
                  href={visit.to(`/berichten/brieven/${letter.id}`)}
                  isNew
                  lead={<Disc icon="file-text" />}
                  title={<Subject t={t} of={letter} />}
                  sub={
                    <>
                      <bdi>{dayText(t, letter)}</bdi>
                      {saysItsSender(letter) &&
                        `, ${t('letters.from', { name: senderText(visit, letter, asWritten) })}`}
                    </>
                  }
                  tag={{ look: 'new', label: t('common.new') }}
                />
              ))}
            </Rows>
          )}
        </Card>
      ),
      news: news.total === 0 ? undefined : { count: news.total, text: t('letters.tile-news', { count: news.total }) },
    };
  },
};
