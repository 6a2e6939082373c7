/** DO-09: who looked into this record, when, in which role, why. Of a record's reader who may see who has access. */
import { type LogFilter, patientLog } from '../access';
import { page, recordPage, type Visit, WhomToCall } from '../house';
import { inLanguage } from '../organisations';
import { addMonths, addYears, dateIn, formatDate, formatTime, startOfDay } from '../platform/time';
import {
  BackLink,
  Button,
  Card,
  Column,
  Columns,
  EmptyState,
  FilterChips,
  Link,
  LogList,
  PageHead,
  PrintButton,
  Select,
  Wrap,
} from '../ui';
import {
  cutPage,
  filters,
  groupByDay,
  type LogDay,
  type LogPage,
  momentIn,
  monthPeriod,
  pageSize,
  sameStory,
} from './rules';
import { type Reader, storyOf } from './words';

/** Regeling Stcrt 2019-38007: the log is kept five years at least, twenty at most. */
const yearsKept = 20;
const monthsToChoose = 24;

/** What of the log is asked for, as it stands in the address. */
interface Asked {
  readonly who: LogFilter | undefined;
  readonly month: string | undefined;
  readonly until: Date | undefined;
}

const dutch: Readonly<Record<LogFilter, string>> = { care: 'zorg', others: 'naasten', self: 'ik' };

function askedIn({ query }: Visit): Asked {
  return {
    who: filters.find((filter) => dutch[filter] === query.wie),
    month: monthPeriod(query.maand) && query.maand,
    until: momentIn(query.tot),
  };
}

function linkTo(visit: Visit, { who, month, until }: Partial<Asked>): string {
  const query = new URLSearchParams();
  if (who !== undefined) query.set('wie', dutch[who]);
  if (month !== undefined) query.set('maand', month);
  if (until !== undefined) query.set('tot', until.toISOString());
  const text = query.toString();
  return visit.to(text === '' ? '/inzage' : `/inzage?${text}`);
}

function LogPageBody({ visit, asked, reader, log }: { visit: Visit; asked: Asked; reader: Reader; log: LogPage }) {
  const { t } = visit;
  const days = groupByDay(log.lines, sameStory);
  return (
    <Wrap>
      <BackLink href={visit.to('/overzicht')}>{t('access-log.back')}</BackLink>
      <PageHead
        title={t(reader.own ? 'access-log.title' : 'access-log.title-other')}
        lead={t(reader.own ? 'access-log.lead' : 'access-log.lead-other')}
      >
        <Who visit={visit} asked={asked} />
      </PageHead>
      <Columns ratio="8/4">
        <Column>
          {days.length === 0 && (
            <Card id="leeg" title={t('access-log.empty-heading')}>
              <EmptyState action={<Link href={linkTo(visit, {})}>{t('access-log.show-all')}</Link>}>
                {t('access-log.empty-text')}
              </EmptyState>
            </Card>
          )}
          {days.map((day) => (
            <DayCard visit={visit} reader={reader} day={day} />
          ))}
          {log.older !== undefined && (
            <p>
              <Link href={linkTo(visit, { ...asked, until: log.older })}>{t('access-log.older')}</Link>
            </p>
          )}
        </Column>
        <Column>
          <Period visit={visit} asked={asked} />
          <Card id="onbekend" title={t('access-log.unknown-heading')}>
            <p>{t('access-log.unknown-text')}</p>
          </Card>
          <WhomToCall visit={visit} purpose="privacy" />
          <Card id="bewaren" title={t('access-log.keep-heading')}>
            <p>{t('access-log.keep-text')}</p>
            <p class="pp-actions">
              <PrintButton>{t('access-log.print')}</PrintButton>
            </p>
          </Card>
        </Column>
      </Columns>
    </Wrap>
  );
}

function Who({ visit, asked }: { visit: Visit; asked: Asked }) {
  const { t } = visit;
  const chip = (who: LogFilter | undefined, label: string) => ({
    href: linkTo(visit, { who, month: asked.month }),
    label,
    current: asked.who === who,
  });
  return (
    <FilterChips
      label={t('access-log.who')}
      chips={[
        chip(undefined, t('access-log.everybody')),
        chip('care', t('access-log.care')),
        chip('others', t('access-log.others')),
        chip('self', t('access-log.self')),
      ]}
    />
  );
}

function Period({ visit, asked }: { visit: Visit; asked: Asked }) {
  const { t, program } = visit;
  const thisMonth = `${dateIn(program.wallClock.now()).slice(0, 7)}-01`;
  const months = Array.from({ length: monthsToChoose }, (_, back) => addMonths(thisMonth, -back));
  return (
    <Card id="periode" title={t('access-log.period')}>
      <form action={visit.to('/inzage')} method="get" class="pp-stackv pp-noprint">
        {asked.who !== undefined && <input type="hidden" name="wie" value={dutch[asked.who]} />}
        <Select
          t={t}
          name="maand"
          label={t('access-log.month')}
          value={asked.month ?? ''}
          options={[
            { value: '', label: t('access-log.all-months') },
            ...months.map((month) => ({ value: month.slice(0, 7), label: formatDate(t.language, month, 'month') })),
          ]}
        />
        <Button look="secondary">{t('common.show')}</Button>
      </form>
    </Card>
  );
}

function DayCard({ visit, reader, day }: { visit: Visit; reader: Reader; day: LogDay }) {
  const { t, program, organisation, language } = visit;
  const clinicName = (slug: string) => {
    const clinic = organisation.about.clinics.find((one) => one.slug === slug);
    return clinic === undefined ? slug : inLanguage(clinic.name, language);
  };
  const words = formatDate(language, day.day, 'long');
  const today = dateIn(program.wallClock.now()) === day.day;
  return (
    <Card
      id={`dag-${day.day}`}
      title={today ? t('access-log.today', { date: words }) : words.charAt(0).toUpperCase() + words.slice(1)}
    >
      <LogList
        entries={day.lines.map(({ line, count, since }) => {
          const story = storyOf(t, line, reader, clinicName);
          return {
            ...story,
            time: formatTime(language, line.at),
            reason:
              count === 1 ? (
                story.reason
              ) : (
                <>
                  {story.reason} {t('access-log.times', { count, since: formatTime(language, since) })}
                </>
              ),
          };
        })}
      />
    </Card>
  );
}

export const accessLogPage = recordPage({
  path: '/inzage',
  rights: ['proxies'],
  what: 'access-log.list',
  async handle(record, visit) {
    const asked = askedIn(visit);
    const period = monthPeriod(asked.month);
    const tomorrow = new Date(record.now.getTime() + 1);
    const until = [asked.until, period?.until, tomorrow].filter((end) => end !== undefined);
    const from = period?.from ?? startOfDay(addYears(dateIn(record.now), -yearsKept));
    const earliest = new Date(Math.min(...until.map((end) => end.getTime())));
    const found = await patientLog(record, { from, until: earliest, who: asked.who }, pageSize + 1);
    const reader = {
      person: record.viewer.kind === 'person' ? record.viewer.person : record.viewer.employee,
      own: record.kind === 'self',
    };
    const log = cutPage(found, pageSize);
    return page(visit.t('access-log.title'), <LogPageBody visit={visit} asked={asked} reader={reader} log={log} />);
  },
});
