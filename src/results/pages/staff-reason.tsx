import { pathOnly, type Visit } from '../../house';
import { type FormState, submissionField } from '../../platform/forms';
import { Actions, BackLink, Button, DeskForm, ErrorSummary, Note, Sheet, SheetHead, Textarea } from '../../ui';
import type { StaffResult } from '../staff-store';
import { dayOf } from '../words';
import { Title } from './rows';

interface ReasonPageProps {
  readonly visit: Visit;
  readonly result: StaffResult;
  readonly decision: 'held' | 'withdrawn';
  readonly form: FormState;
}

export const reasonLength = { min: 10, max: 500 };

/** Why a result is held back or taken away: kept with the decision, for colleagues. */
export function ReasonPage({ visit, result, decision, form }: ReasonPageProps) {
  const { t } = visit;
  const errors = Object.entries(form.errors).map(([name, key]) => ({ name, message: t(key) }));
  return (
    <Sheet>
      <BackLink href={visit.to('/uitslagen')}>{t('results.back-to-list')}</BackLink>
      <ErrorSummary t={t} errors={errors} />
      <SheetHead id="besluit" title={t(`results.staff-title-${decision}`)} />
      <DeskForm action={pathOnly(visit.path)} draft="reden">
        <p>
          <b>
            <Title t={t} of={result} />
          </b>
          , {dayOf(t, result.effectiveOn)}
        </p>
        <Note>{t(`results.staff-what-${decision}`)}</Note>
        {visit.draft !== undefined && <Note look="calm">{t('house.draft-kept')}</Note>}
        <input type="hidden" name={submissionField} value={form.submission} />
        <Textarea
          t={t}
          name="reden"
          label={t('results.staff-reason')}
          hint={t('results.staff-reason-hint', reasonLength)}
          error={form.errors.reden && t(form.errors.reden)}
          value={form.typed.reden}
          maxLength={reasonLength.max}
        />
        <Actions>
          <Button icon={decision === 'held' ? 'hand-stop' : 'eye-off'}>{t(`results.staff-button-${decision}`)}</Button>
        </Actions>
      </DeskForm>
    </Sheet>
  );
}
