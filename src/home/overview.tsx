import type { OpenRecord, RecordRight } from '../access';
import { greetingName, type QuickLink, type TileContent, type Visit, WhomToCall } from '../house';
import { inLanguage, recordPolicy } from '../organisations';
import { listInWords } from '../platform/i18n';
import { clockTime, formatDate } from '../platform/time';
import { UrgentNote } from '../results';
import { Card, Column, Columns, Hero, Link, QuickTiles, Section, Wrap } from '../ui';
import { RecordStart } from '../zib';
import { newsSentence } from './news';

interface OverviewProps {
  readonly visit: Visit;
  readonly record: OpenRecord;
  readonly main: readonly TileContent[];
  readonly side: readonly TileContent[];
  readonly quick: readonly QuickLink[];
}

export function Overview({ visit, record, main, side, quick }: OverviewProps) {
  const { t, language } = visit;
  const moment = momentOf(record.at);
  const own = record.kind === 'self' || record.kind === 'limited';
  const name = greetingName(t, record.owner, record.at);
  const day = formatDate(language, record.at, 'long');
  const limited = record.kind === 'limited';
  const { bsnVerified } = record.owner;
  const empty = main.length === 0 && side.length === 0;
  const columns = inColumns(main, side);
  return (
    <>
      <Hero
        moment={moment}
        eyebrow={day.charAt(0).toUpperCase() + day.slice(1)}
        title={own ? t(`home.${moment}`, { name }) : t('home.other-title', { name })}
        lead={limited || empty ? undefined : newsSentence(t, own, [...main, ...side])}
      />
      <Wrap>
        {empty && !limited && <EmptyCard visit={visit} record={record} />}
        <Columns ratio="7/5">
          <Column>
            {limited && <LimitedCard visit={visit} bsnVerified={bsnVerified} />}
            {columns.main.map(({ body }) => body)}
          </Column>
          <Column>
            {limited && !bsnVerified && <WhomToCall visit={visit} purpose="registration" />}
            {columns.side.map(({ body }) => body)}
          </Column>
        </Columns>
        {quick.length > 0 && (
          <div class="pp-noprint">
            <Section id="snel" title={t('home.quick')}>
              <QuickTiles
                tiles={quick.map(({ path, icon, label, labelOther }) => ({
                  href: visit.to(path),
                  icon,
                  label: t(own ? label : (labelOther ?? label)),
                }))}
              />
            </Section>
          </div>
        )}
        <section class="pp-section" aria-label={t('home.urgent')}>
          <UrgentNote visit={visit} />
        </section>
      </Wrap>
    </>
  );
}

export function momentOf(at: Date): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(clockTime(at).slice(0, 2));
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** Without anything in the main column the other's first half stands there: no empty half of a page. */
function inColumns(main: readonly TileContent[], side: readonly TileContent[]) {
  if (main.length > 0) return { main, side };
  const half = Math.ceil(side.length / 2);
  return { main: side.slice(0, half), side: side.slice(half) };
}

/** What the overview shows of a record, as far as the reader may see it. */
const parts = ['results', 'documents', 'medication'] as const satisfies readonly RecordRight[];

/** HO-05: why there is nothing. It speaks of what stands here, not of the record as a whole: that may hold more. */
function EmptyCard({ visit, record: { held } }: Pick<OverviewProps, 'visit' | 'record'>) {
  const { t, organisation } = visit;
  const missing = parts.filter((right) => held.includes(right)).map((right) => t(`home.empty-part-${right}`));
  const hasStart = recordPolicy.of(organisation.policy).shownFrom.length > 0;
  return (
    <Card id="leeg" title={t('home.empty-heading')}>
      <div class="pp-stackv">
        {held.includes('appointments') && <p>{t('home.empty-appointments')}</p>}
        {missing.length > 0 && <p>{t('home.empty-parts', { list: listInWords(t.language, missing) })}</p>}
        {held.includes('record') && (
          <p>
            {t('home.empty-record')} <Link href={visit.to('/dossier')}>{t('home.empty-to-record')}</Link>
          </p>
        )}
        <p>{t('home.empty-older')}</p>
        {hasStart && <RecordStart visit={visit} />}
      </div>
    </Card>
  );
}

/** IN-03, IN-04: why there is so little to see, and what opens the rest. */
function LimitedCard({ visit, bsnVerified }: { visit: Visit; bsnVerified: boolean }) {
  const { t, program, organisation, language } = visit;
  if (bsnVerified)
    return (
      <Card id="beperkt" title={t('home.limited-heading')}>
        <p>{t('home.limited-child')}</p>
      </Card>
    );
  return (
    <Card id="beperkt" title={t('home.limited-heading')}>
      <p>{t('home.limited-text')}</p>
      <p>{inLanguage(program.howToVerify(organisation), language)}</p>
    </Card>
  );
}
