/** ST-04: the privacy officer judges every emergency access, but never an own one. */
import { type EmergencyRow, emergenciesToReview, type OpenLog, reviewEmergency, type Shown, takeOnce } from '../access';
import { type LogRoute, notFound, page, type Reply, redirect, type Visit } from '../house';
import { type FieldErrors, type FormState, withErrors } from '../platform/forms';
import { judgementForm } from './forms';
import { JudgePage, listPath, ReviewPage } from './review-pages';

const path = `${listPath}/:id/oordeel`;

const list: LogRoute = {
  door: 'log',
  method: 'GET',
  path: listPath,
  what: 'emergency.review',
  action: 'R',
  keeps: [],
  async handle(log, visit) {
    const { result: rows, shown } = await emergenciesToReview(log);
    return { result: page(visit.t('staff.emergencies'), <ReviewPage visit={visit} rows={rows} />), shown };
  },
};

async function find(log: OpenLog, id: string | undefined): Promise<EmergencyRow | undefined> {
  const { result: rows } = await emergenciesToReview(log);
  return rows.find((row) => row.id === id);
}

const nothing: Shown<Reply> = { result: notFound, shown: [], failed: { because: 'unknown' } };

function judgePage(log: OpenLog, visit: Visit, row: EmergencyRow, form: FormState, because?: string): Shown<Reply> {
  const own = row.employee === log.viewer.employee;
  const body = <JudgePage visit={visit} row={row} own={own} form={form} />;
  return {
    result: page(visit.t('emergency.judge-title'), body, { failed: because !== undefined }),
    shown: [row.patient],
    ...(because === undefined ? {} : { failed: { because } }),
  };
}

const see: LogRoute = {
  door: 'log',
  method: 'GET',
  path,
  what: 'emergency.review',
  action: 'R',
  keeps: judgementForm.fields,
  async handle(log, visit) {
    const row = await find(log, visit.params.id);
    return row === undefined ? nothing : judgePage(log, visit, row, judgementForm.empty(visit.draft));
  },
};

/** Who judges an access not justified says why: the employee and the patient may ask. */
function noteMissing({ oordeel, toelichting }: { oordeel: string; toelichting: string }): FieldErrors | undefined {
  return oordeel === 'not-justified' && toelichting === '' ? { toelichting: 'emergency.note-missing' } : undefined;
}

const judge: LogRoute = {
  door: 'log',
  method: 'POST',
  path,
  what: 'emergency.judge',
  action: 'U',
  keeps: judgementForm.fields,
  async handle(log, visit) {
    const row = await find(log, visit.params.id);
    if (row === undefined) return nothing;
    const reading = judgementForm.read(visit.body);
    if (!reading.ok) return judgePage(log, visit, row, reading.state, 'form');
    const { oordeel, toelichting } = reading.values;
    const missing = noteMissing({ oordeel, toelichting });
    if (missing !== undefined) return judgePage(log, visit, row, withErrors(reading.state, missing), 'form');
    const first = await takeOnce(log.tx, log.organisation, reading.state.submission, log.now);
    if (!first && row.reviewedAt !== null)
      return { result: redirect(`${listPath}?beoordeeld=1`), shown: [row.patient] };
    const outcome = oordeel === 'justified' ? 'justified' : 'not-justified';
    const { result: judged, shown } = await reviewEmergency(log, row.id, outcome, toelichting || null);
    if (!judged) return judgePage(log, visit, row, reading.state, 'own-or-judged');
    return { result: redirect(`${listPath}?beoordeeld=1`), shown };
  },
};

export const reviewRoutes = [list, see, judge];
