import type { OpenRecord } from '../access';
import { greetingName, type QuickLink, type TileContent, type Visit, WhomToCall } from '../house';
import { inLanguage } from '../organisations';
import { clockTime, formatDate } from '../platform/time';
import { UrgentNote } from '../results';
import { Card, Column, Columns, Hero, QuickTiles, Section, Wrap } from '../ui';
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
  return (
    <>
      <Hero
        moment={moment}
        eyebrow={day.charAt(0).toUpperCase() + day.slice(1)}
        title={own ? t(`home.${moment}`, { name }) : t('home.other-title', { name })}
        lead={limited || empty ? undefined : newsSentence(t, own, [...main, ...side])}
      />
      <Wrap>
        {empty && !limited && <EmptyCard visit={visit} />}
        <Columns ratio="7/5">
          <Column>
            {limited && <LimitedCard visit={visit} bsnVerified={bsnVerified} />}
            {main.map(({ body }) => body)}
          </Column>
          <Column>
            {limited && !bsnVerified && <WhomToCall visit={visit} purpose="registration" />}
            {side.map(({ body }) => body)}
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

/** HO-05: why there is nothing. */
function EmptyCard({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Card id="leeg" title={t('home.empty-heading')}>
      <p>{t('home.empty-nothing-yet')}</p>
      <p>{t('home.empty-older')}</p>
      <RecordStart visit={visit} />
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
