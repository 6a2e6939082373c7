import type { EmergencyRow } from '../access';
import { patientNumber, type Visit } from '../house';
import { fullName } from '../people';
import { type FormState, submissionField } from '../platform/forms';
import type { Translate } from '../platform/i18n';
import { formatDateTime } from '../platform/time';
import {
  Button,
  CellNote,
  ChoiceGroup,
  DeskForm,
  EmptyState,
  ErrorSummary,
  Link,
  LinkButton,
  Note,
  PersonHead,
  Sheet,
  StaffTable,
  SummaryList,
  Tag,
  Textarea,
} from '../ui';
import { outcomes } from './forms';

export const listPath = '/werkplek/noodtoegang';

interface ReviewProps {
  readonly visit: Visit;
  readonly rows: readonly EmergencyRow[];
}

/** Those to judge first, the judged ones below. */
export function ReviewPage({ visit, rows }: ReviewProps) {
  const { t } = visit;
  const open = rows.filter(({ reviewedAt }) => reviewedAt === null);
  const judged = rows.filter(({ reviewedAt }) => reviewedAt !== null);
  return (
    <Sheet title={t('staff.emergencies')} aside={t('emergency.to-review', { count: open.length })}>
      {visit.query.beoordeeld === '1' && (
        <Note look="ok" live>
          {t('emergency.judged')}
        </Note>
      )}
      <section class="pp-card" aria-labelledby="open">
        <h2 class="pp-h2" id="open">
          {t('emergency.open-heading')}
        </h2>
        {open.length === 0 ? <EmptyState>{t('emergency.none-open')}</EmptyState> : <OpenTable t={t} rows={open} />}
      </section>
      {judged.length > 0 && (
        <section class="pp-card" aria-labelledby="beoordeeld">
          <h2 class="pp-h2" id="beoordeeld">
            {t('emergency.judged-heading')}
          </h2>
          <JudgedTable t={t} rows={judged} />
        </section>
      )}
    </Sheet>
  );
}

const who = (t: Translate, row: EmergencyRow) => (
  <>
    {row.employeeName}
    <CellNote>
      {row.jobTitle !== null && `${row.jobTitle}, `}
      {formatDateTime(t.language, row.openedAt, 'numeric')}
    </CellNote>
  </>
);

const whom = (t: Translate, row: EmergencyRow) => (
  <>
    <bdi>{fullName(row.patientName)}</bdi>
    <CellNote>{t('emergency.number', { number: patientNumber(row.patientNumber) })}</CellNote>
  </>
);

function OpenTable({ t, rows }: { t: Translate; rows: readonly EmergencyRow[] }) {
  return (
    <StaffTable
      t={t}
      caption={t('emergency.open-heading')}
      columns={[t('emergency.who'), t('common.patient'), t('common.reason'), t('registration.actions')]}
      rows={rows.map((row) => ({
        cells: [
          who(t, row),
          whom(t, row),
          row.reason,
          <Link href={`${listPath}/${row.id}/oordeel`}>
            {t('emergency.judge-link')}
            <span class="pp-vh"> {row.employeeName}</span>
          </Link>,
        ],
      }))}
    />
  );
}

function JudgedTable({ t, rows }: { t: Translate; rows: readonly EmergencyRow[] }) {
  return (
    <StaffTable
      t={t}
      caption={t('emergency.judged-heading')}
      columns={[t('emergency.who'), t('common.patient'), t('common.reason'), t('emergency.outcome')]}
      rows={rows.map((row) => ({
        cells: [
          who(t, row),
          whom(t, row),
          row.reason,
          <>
            <OutcomeTag t={t} row={row} />
            {row.note !== null && <CellNote>{row.note}</CellNote>}
          </>,
        ],
        state: 'done',
      }))}
    />
  );
}

function OutcomeTag({ t, row }: { t: Translate; row: EmergencyRow }) {
  if (row.outcome === null)
    return (
      <Tag look="att" icon="alert-triangle">
        {t('emergency.open-tag')}
      </Tag>
    );
  return <Tag look={row.outcome === 'justified' ? 'ok' : 'neg'}>{t(`emergency.${row.outcome}`)}</Tag>;
}

interface JudgeProps {
  readonly visit: Visit;
  readonly row: EmergencyRow;
  /** The reader opened it: somebody else has to judge. */
  readonly own: boolean;
  readonly form: FormState;
}

export function JudgePage({ visit, row, own, form }: JudgeProps) {
  const { t } = visit;
  const errors = Object.entries(form.errors).map(([name, key]) => ({ name, message: t(key) }));
  const head = <Access t={t} row={row} />;
  return (
    <Sheet
      title={t('emergency.judge-title')}
      actions={
        <LinkButton href={listPath} look="secondary" icon="arrow-left">
          {t('emergency.back-to-list')}
        </LinkButton>
      }
    >
      <ErrorSummary t={t} errors={errors} />
      {own || row.reviewedAt !== null ? (
        <section class="pp-card pp-flow" aria-label={t('emergency.judge-title')}>
          {head}
          <Note>{t(own ? 'emergency.own' : 'emergency.already')}</Note>
        </section>
      ) : (
        <DeskForm action={`${listPath}/${row.id}/oordeel`} draft="oordeel">
          {head}
          {visit.draft !== undefined && <Note look="calm">{t('house.draft-kept')}</Note>}
          <Judgement t={t} form={form} />
        </DeskForm>
      )}
    </Sheet>
  );
}

function Access({ t, row }: { t: Translate; row: EmergencyRow }) {
  const patient = t('emergency.patient-line', {
    name: fullName(row.patientName),
    number: patientNumber(row.patientNumber),
  });
  return (
    <>
      <PersonHead name={row.employeeName} sub={row.jobTitle ?? ''} />
      <SummaryList
        items={[
          { label: t('common.patient'), value: patient },
          { label: t('emergency.opened-at'), value: formatDateTime(t.language, row.openedAt) },
          { label: t('emergency.open-until'), value: formatDateTime(t.language, row.endsAt) },
          { label: t('common.reason'), value: row.reason },
          { label: t('emergency.outcome'), value: <OutcomeTag t={t} row={row} /> },
        ]}
      />
    </>
  );
}

function Judgement({ t, form }: { t: Translate; form: FormState }) {
  const error = (name: string) => form.errors[name] && t(form.errors[name]);
  return (
    <>
      <input type="hidden" name={submissionField} value={form.submission} />
      <ChoiceGroup
        t={t}
        name="oordeel"
        kind="radio"
        inRow
        label={t('emergency.outcome-question')}
        error={error('oordeel')}
        chosen={[form.typed.oordeel ?? '']}
        choices={outcomes.map((value) => ({ value, label: t(`emergency.${value}`) }))}
      />
      <Textarea
        t={t}
        name="toelichting"
        label={t('emergency.note')}
        hint={t('emergency.note-hint')}
        error={error('toelichting')}
        value={form.typed.toelichting}
      />
      <div class="pp-actions">
        <Button icon="check">{t('emergency.judge')}</Button>
      </div>
    </>
  );
}
