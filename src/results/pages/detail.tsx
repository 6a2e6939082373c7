import type { ComponentChildren } from 'preact';
import { DocumentActions, type Visit, WhomToCall } from '../../house';
import { BackLink, Card, Column, Columns, Note, PageHead, RangeBar, ResultValue, Wrap } from '../../ui';
import type { Reading } from '../reading';
import { reportWords, stateOf } from '../report';
import type { ResultDetail, ResultItem } from '../store';
import {
  itemReading,
  kindOnDay,
  kindText,
  limitText,
  placeKey,
  rangeText,
  unitOf,
  valueText,
  verdictOf,
} from '../words';
import { PartRows, Title } from './rows';
import { Trend } from './trend';
import { UrgentNote } from './urgent';

interface DetailProps {
  readonly visit: Visit;
  readonly result: ResultDetail;
  readonly series: readonly ResultItem[];
}

/** RE-01, RE-10: one result, or a report or panel with its parts. */
export function ResultPage({ visit, result, series }: DetailProps) {
  const { t } = visit;
  const reading = itemReading(result);
  const question = <Question visit={visit} result={result} />;
  return (
    <Wrap>
      {result.holder === undefined ? (
        <BackLink href={visit.to('/uitslagen')}>{t('results.back-to-list')}</BackLink>
      ) : (
        <BackLink href={visit.to(`/uitslagen/${result.holder.id}`)}>
          {t('results.back-to', { title: result.holder.title ?? kindText(t, result.category) })}
        </BackLink>
      )}
      <PageHead
        eyebrow={kindOnDay(t, result.category, result.effectiveOn, 'long')}
        title={<Title t={t} of={result} />}
      />
      <Column>
        {result.parts.length > 0 && <Parts visit={visit} result={result} />}
        <Columns ratio="8/4">
          <Column>
            {result.parts.length === 0 && <StateNote visit={visit} status={result.status} />}
            {reading !== undefined && <ValueCard visit={visit} reading={reading} />}
            <ReportCards visit={visit} result={result} />
            {reading !== undefined && <Trend visit={visit} result={result} series={series} />}
            {result.parts.length > 0 && question}
          </Column>
          <Column>
            {result.parts.length === 0 && question}
            <WhomToCall visit={visit} purpose="results" />
            <UrgentNote visit={visit} />
          </Column>
        </Columns>
      </Column>
    </Wrap>
  );
}

function Question({ visit, result }: { visit: Visit; result: ResultDetail }) {
  const { t } = visit;
  return (
    <Card id="vraag" title={t('results.question-heading')}>
      <p>{t('results.question-text')}</p>
      <DocumentActions visit={visit} path={`/uitslagen/${result.id}`} />
    </Card>
  );
}

/** The values of a panel take the whole width: each has its number, bar and words. */
function Parts({ visit, result }: { visit: Visit; result: ResultDetail }) {
  const { t } = visit;
  return (
    <>
      <StateNote visit={visit} status={result.status} />
      <Card id="onderdelen" title={t('results.parts-heading')}>
        <PartRows t={t} to={visit.to} parts={result.parts} />
      </Card>
    </>
  );
}

/** RE-09, RE-06: said before the value, because it changes what the value means. */
function StateNote({ visit: { t }, status }: { visit: Visit; status: string | null }) {
  const state = stateOf(status);
  return state === undefined ? null : <Note>{t(`results.state-${state}-text`)}</Note>;
}

function ValueCard({ visit, reading }: { visit: Visit; reading: Reading }) {
  const { t } = visit;
  const { shown, range, remarks } = reading;
  const [low, high] = [range?.low, range?.high];
  const exact = shown.kind === 'number' && shown.comparator === undefined ? shown.number : undefined;
  return (
    <Card id="uitslag" title={t('results.value-heading')} quiet>
      {reading.components.length === 0 ? (
        <ResultValue valueText={valueText(t, shown)} unit={unitOf(shown)} verdict={verdictOf(t, reading.verdict)} />
      ) : (
        <Components visit={visit} reading={reading} />
      )}
      {exact !== undefined && (
        <RangeBar
          t={t}
          value={exact}
          valueText={valueText(t, shown)}
          low={low}
          high={high}
          lowText={low === undefined ? undefined : limitText(t, { ...range }, 'low')}
          highText={high === undefined ? undefined : limitText(t, { ...range }, 'high')}
        />
      )}
      <RangeSentence visit={visit} reading={reading} />
      {remarks.map((remark) => (
        <Source label={t('results.remark')}>{remark}</Source>
      ))}
    </Card>
  );
}

function RangeSentence({ visit: { t }, reading }: { visit: Visit; reading: Reading }) {
  const { range, rangeWords, verdict } = reading;
  if (range !== undefined)
    return (
      <p>
        {t.rich('results.range-sentence', { range: <b>{rangeText(t, range)}</b> })}{' '}
        {verdict !== undefined && t(placeKey(verdict))}
      </p>
    );
  if (rangeWords.length > 0) return <Source label={t('results.range-given')}>{rangeWords.join('\n')}</Source>;
  return reading.shown.kind === 'number' ? <p class="pp-muted">{t('results.range-none')}</p> : null;
}

function Components({ visit: { t }, reading }: { visit: Visit; reading: Reading }) {
  return (
    <dl class="pp-sum">
      {reading.components.map(({ title, reading: part }) => (
        <div>
          <dt>{title}</dt>
          <dd>
            {valueText(t, part.shown)} {unitOf(part.shown)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a report says in words: always as text, never as markup. */
function ReportCards({ visit: { t }, result }: { visit: Visit; result: ResultDetail }) {
  const { conclusion, texts, hasFile, authors } = reportWords(result.content);
  return (
    <>
      {conclusion.length > 0 && (
        <Card id="conclusie" title={t('results.conclusion-heading')}>
          <Source>{conclusion.join('\n')}</Source>
        </Card>
      )}
      {texts.length > 0 && (
        <Card id="verslag" title={t('results.report-heading')}>
          <Source>{texts.join('\n\n')}</Source>
        </Card>
      )}
      {hasFile && <Note>{t('results.file-not-shown')}</Note>}
      {authors.length > 0 && <p class="pp-small pp-muted">{t('results.made-by', { names: authors.join(', ') })}</p>}
    </>
  );
}

/** Clinical words, in the language that they were written in. */
function Source({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <div>
      {label !== undefined && <p class="pp-small pp-muted">{label}</p>}
      <div class="pp-prose" lang="nl" dir="auto">
        {children}
      </div>
    </div>
  );
}
