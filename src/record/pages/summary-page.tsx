import type { OpenRecord } from '../../access';
import { birthDateInWords, DocumentActions, formalName, patientNumber, sexInWords, type Visit } from '../../house';
import { whomToCall } from '../../organisations';
import { listInWords } from '../../platform/i18n';
import { formatDateTime } from '../../platform/time';
import { BackLink, FactItem, Facts, Link, PageHead, Sheet, SheetHead, Wrap } from '../../ui';
import { dateText, RecordStart } from '../../zib';
import type { LoadedPart } from '../summary-load';
import { shares } from '../summary-shares';

interface SummaryProps {
  readonly visit: Visit;
  readonly record: OpenRecord;
  readonly parts: readonly LoadedPart[];
}

const mostSources = 3;

/** DO-01: one page, for the patient's side and for the care team. */
export function SummaryPage(props: SummaryProps) {
  const { visit, record } = props;
  const { t } = visit;
  const own = record.kind === 'self';
  const back = <BackLink href={visit.to('/dossier')}>{t('summary.back')}</BackLink>;
  const print = <DocumentActions visit={visit} path="/dossier/samenvatting" />;
  if (record.kind === 'staff')
    return (
      <Sheet>
        {back}
        <SheetHead id="samenvatting" title={t('summary.title')} actions={print} />
        <SummaryBody {...props} />
      </Sheet>
    );
  return (
    <Wrap>
      {back}
      <PageHead title={t(own ? 'summary.title-own' : 'summary.title')} lead={t('summary.lead')}>
        {print}
      </PageHead>
      <SummaryBody {...props} />
    </Wrap>
  );
}

function SummaryBody(props: SummaryProps) {
  const { visit, record, parts } = props;
  const { t } = visit;
  const missing = parts.filter(({ content }) => content === undefined).map(({ part }) => t(part.label));
  const shown = parts.flatMap(({ part, content }) => (content === undefined ? [] : [{ part, content }]));
  const share = shares(shown.map(({ part, content }) => ({ count: content.facts.length, most: part.most })));
  return (
    <div class="pp-summary">
      <p class="pp-small pp-summary__who">
        {t('summary.whose', {
          name: formalName(t, record.owner, record.at),
          sex: sexInWords(t, record.owner.sex).toLowerCase(),
          born: birthDateInWords(t, record.owner),
          number: patientNumber(record.owner.number),
        })}
      </p>
      <p class="pp-small pp-muted">
        {t('summary.made', {
          when: formatDateTime(t.language, record.at),
          organisation: visit.organisation.about.name,
        })}
      </p>
      {missing.length > 0 && (
        <p class="pp-small">{t('summary.missing', { parts: listInWords(t.language, missing) })}</p>
      )}
      <div class="pp-summary__parts">
        {shown.map(({ part, content }, index) => (
          <PartBlock visit={visit} part={part} content={content} share={share[index] ?? 0} />
        ))}
        <ContactBlock visit={visit} />
      </div>
      <RecordStart visit={visit} />
    </div>
  );
}

type PartProps = { readonly visit: Visit } & { readonly part: LoadedPart['part'] } & {
  readonly content: NonNullable<LoadedPart['content']>;
};

function PartBlock({ visit, part, content, share }: PartProps & { share: number }) {
  const { t } = visit;
  const { facts } = content;
  const more = facts.length - share;
  return (
    <section class="pp-card" aria-labelledby={`s-${part.id}`}>
      <h2 class="pp-h2" id={`s-${part.id}`}>
        {t(part.label)}
      </h2>
      {facts.length === 0 ? (
        <p>{t(part.none)}</p>
      ) : (
        <Facts>
          {facts.slice(0, share).map((fact) => (
            <FactItem {...fact} />
          ))}
        </Facts>
      )}
      {more > 0 && (
        <p>
          <Link href={visit.to(part.path)}>{t('summary.more', { count: more })}</Link>
        </p>
      )}
      <p class="pp-small pp-muted">{sourceOf(visit, content)}</p>
    </section>
  );
}

/** From which dates, and who says so. */
export function sourceOf({ t, organisation }: Visit, { sources, oldest, newest, facts }: PartProps['content']): string {
  if (facts.length === 0) return t('summary.source-none', { organisation: organisation.about.name });
  const named = sources.slice(0, mostSources);
  const by =
    named.length === 0
      ? organisation.about.name
      : listInWords(t.language, [...named, ...(sources.length > mostSources ? [t('summary.others')] : [])]);
  if (oldest === null || newest === null) return t('summary.source', { by });
  const date = dateText(t, newest);
  // What is older is often known by its year only.
  const [from, until] = [oldest, newest].map((day) => day.slice(0, 4));
  return from === until
    ? t('summary.source-on', { by, date })
    : t('summary.source-between', { by, from: from ?? '', date });
}

function ContactBlock({ visit }: { visit: Visit }) {
  const { t, language, organisation, program } = visit;
  const who = whomToCall(organisation.about, 'general', { language, at: program.careClock.now() });
  return (
    <section class="pp-card" aria-labelledby="s-contact">
      <h2 class="pp-h2" id="s-contact">
        {t('summary.contact')}
      </h2>
      <p>
        <b>{organisation.about.name}</b>
        <br />
        {t('summary.call', { name: who.name, phone: who.phone })}
        {who.email !== undefined && (
          <>
            <br />
            {who.email}
          </>
        )}
      </p>
    </section>
  );
}
