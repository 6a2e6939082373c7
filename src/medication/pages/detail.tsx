import { type Visit, WhomToCall } from '../../house';
import {
  Actions,
  BackLink,
  Card,
  Column,
  Columns,
  Details,
  PageHead,
  PrintButton,
  SummaryList,
  Tag,
  Wrap,
} from '../../ui';
import { conceptTexts, dateText, type Names, RecordStart, SourceLine } from '../../zib';
import type { Block } from '../block';
import type { Medicine } from '../medicine';
import {
  Name,
  periodWords,
  prescriberOf,
  reasonsOf,
  routesOf,
  saidByWords,
  sourceWords,
  stateTag,
  stopReasonsOf,
  Words,
  whose,
} from '../words';
import { Ingredients } from './ingredients';
import { TooMuch } from './list';
import { Given, Pharmacy } from './pharmacy';
import { UseLines } from './use';

interface DetailProps {
  readonly visit: Visit;
  readonly medicine: Medicine;
  readonly names: Names;
}

/** MD-01: one medicine with everything that is known of it. */
export function MedicinePage({ visit, medicine, names }: DetailProps) {
  const { t } = visit;
  const { lead, holding, uses, blocks, state } = medicine;
  const tag = stateTag(t, medicine);
  const shown = holding.length > 0 ? holding : [lead];
  const earlier = blocks.filter((block) => !shown.includes(block) && isAgreement(block));
  return (
    <Wrap>
      <BackLink href={visit.to('/medicijnen')}>{t('medication.back')}</BackLink>
      <PageHead title={<Name t={t} of={medicine} />}>
        {tag !== undefined && (
          <p>
            <Tag look={tag.look}>{tag.label}</Tag>
          </p>
        )}
      </PageHead>
      <Columns ratio="8/4">
        <Column>
          {shown.map((block, index) => (
            <Agreement visit={visit} medicine={medicine} names={names} block={block} number={index} />
          ))}
          {uses.length > 0 && !shown.some(({ kind }) => kind === 'use') && (
            <Uses visit={visit} uses={uses} names={names} />
          )}
          <Pharmacy visit={visit} blocks={blocks.filter((block) => !shown.includes(block))} names={names} />
          <Given visit={visit} blocks={blocks} names={names} />
          <Ingredients visit={visit} blocks={shown} />
          {earlier.length > 0 && <Earlier visit={visit} blocks={earlier} names={names} />}
          <Actions>
            <PrintButton>{t('common.print')}</PrintButton>
          </Actions>
          <RecordStart visit={visit} />
        </Column>
        <Column>
          {(state === 'current' || state === 'coming') && (
            <Card id="niet-stoppen" title={t('medication.do-not-stop-heading')}>
              <p>{t('medication.do-not-stop')}</p>
            </Card>
          )}
          <WhomToCall visit={visit} purpose="general" />
          <TooMuch visit={visit} />
        </Column>
      </Columns>
    </Wrap>
  );
}

const isAgreement = ({ kind }: Block): boolean => kind === 'agreement' || kind === 'schedule';

type PartProps = Pick<DetailProps, 'visit' | 'names'>;

function Agreement({ visit, medicine, names, block, number }: DetailProps & { block: Block; number: number }) {
  const { t } = visit;
  const heading = number > 0 ? 'medication.also' : HEADINGS[medicine.state];
  const isLead = block === medicine.lead;
  const stops = isLead && medicine.state !== 'current' ? stopReasonsOf(medicine) : [];
  return (
    <Card id={`gebruik-${number}`} title={t(heading, { whose: whose(visit) })}>
      {block.name !== undefined && block.name.text !== medicine.name?.text && (
        <p>
          <Name t={t} of={block} />
        </p>
      )}
      <UseLines t={t} block={block} />
      <SummaryList items={factsOf({ visit, names, block, until: isLead ? medicine.until : block.until, stops })} />
      <p>
        <SourceLine visit={visit} entry={block.entry} names={names} />
      </p>
    </Card>
  );
}

const HEADINGS = {
  current: 'medication.how',
  coming: 'medication.how-coming',
  paused: 'medication.how-paused',
  past: 'medication.how-past',
  never: 'medication.how-never',
  loose: 'medication.how-loose',
} as const;

interface FactsProps extends PartProps {
  readonly block: Block;
  readonly until: string | undefined;
  readonly stops: ReturnType<typeof stopReasonsOf>;
}

/** Only what is known: nothing is written that the source does not say. */
function factsOf({ visit, names, block, until, stops }: FactsProps) {
  const { t } = visit;
  const period = periodWords(t, block, until);
  const routes = routesOf(t, block);
  const reasons = reasonsOf(block, names);
  const prescriber = prescriberOf(block, names);
  const own = sourceWords(t, block);
  const change = stops.length > 0 ? [] : conceptTexts(block.changeReasons);
  const saidBy = block.kind === 'use' ? saidByWords(visit, block, names) : undefined;
  return [
    ...(period === undefined ? [] : [{ label: t('medication.period'), value: <bdi>{period}</bdi> }]),
    ...(routes.length === 0 ? [] : [{ label: t('medication.route'), value: <Words t={t} all={routes} /> }]),
    ...(reasons.length === 0 ? [] : [{ label: t('medication.reason'), value: <Words t={t} all={reasons} /> }]),
    ...(stops.length === 0 ? [] : [{ label: t('medication.stop-reason'), value: <Words t={t} all={stops} /> }]),
    ...(change.length === 0 ? [] : [{ label: t('medication.change-reason'), value: <Words t={t} all={change} /> }]),
    ...(prescriber === undefined ? [] : [{ label: t('medication.prescriber'), value: <bdi>{prescriber}</bdi> }]),
    ...(saidBy === undefined ? [] : [{ label: t('medication.said-by'), value: <bdi>{saidBy}</bdi> }]),
    ...own.map((text) => ({ label: t('medication.own'), value: <span lang="nl">{text}</span> })),
    ...block.remarks.map((text) => ({ label: t('medication.remark'), value: <span lang="nl">{text}</span> })),
  ];
}

/** What is used according to the patient or whoever says so, beside what was agreed. */
function Uses({ visit, uses, names }: PartProps & { uses: readonly Block[] }) {
  const { t } = visit;
  return (
    <Card id="volgens" title={t('medication.uses-heading', { whose: whose(visit) })}>
      <ul class="pp-facts2">
        {uses.map((block) => (
          <li>
            <b>
              {t('medication.according-to', { name: saidByWords(visit, block, names) })}
              {block.writtenOn !== undefined && <>, {dateText(t, block.writtenOn)}</>}
            </b>
            {block.state === 'not-used' ? (
              <span>{t('medication.not-used', { whose: whose(visit) })}</span>
            ) : (
              <UseLines t={t} block={block} beside />
            )}
            {conceptTexts(block.changeReasons).length > 0 && (
              <span class="pp-small pp-muted">
                {t('medication.because')} <Words t={t} all={conceptTexts(block.changeReasons)} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Earlier({ visit, blocks, names }: PartProps & { blocks: readonly Block[] }) {
  const { t } = visit;
  return (
    <Details summary={t('medication.earlier', { count: blocks.length })}>
      <ul class="pp-facts2">
        {blocks.map((block) => {
          const period = periodWords(t, block, block.until);
          return (
            <li>
              <b>
                <Name t={t} of={block} />
                {block.stop !== undefined && <>: {t(`medication.stop-${block.stop}`)}</>}
              </b>
              <UseLines t={t} block={block} beside />
              {period !== undefined && <span>{period}</span>}
              {conceptTexts(block.changeReasons).length > 0 && (
                <span>
                  {t('medication.change-reason')}: <Words t={t} all={conceptTexts(block.changeReasons)} />
                </span>
              )}
              <SourceLine visit={visit} entry={block.entry} names={names} />
            </li>
          );
        })}
      </ul>
    </Details>
  );
}
