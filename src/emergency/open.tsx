/** ST-04: opening a record without a treatment relation, with a reason that the patient reads and somebody reviews. */
import { type EmployeeViewer, emergencyHours, isRefusal, openDesk, openEmergency, reasonLength } from '../access';
import {
  type DeskRoute,
  formalName,
  notFound,
  page,
  patientNumber,
  type Reply,
  redirect,
  type StaffRoute,
  sexInWords,
  type Visit,
} from '../house';
import { type FormState, submissionField, withErrors } from '../platform/forms';
import { formatDate } from '../platform/time';
import { findIdentity, type Identity, recordStart, searchPath, withoutBsn } from '../registration';
import { Button, DeskForm, ErrorSummary, LinkButton, Note, PersonHead, Sheet, Textarea } from '../ui';
import { reasonForm } from './forms';

const path = '/werkplek/noodtoegang/:patient';

function EmergencyPage({ visit, patient, form }: { visit: Visit; patient: Identity; form: FormState }) {
  const { t, program } = visit;
  const errors = Object.entries(form.errors).map(([name, key]) => ({ name, message: t(key) }));
  const born = patient.birthDate === null ? t('common.unknown') : formatDate(t.language, patient.birthDate, 'numeric');
  return (
    <Sheet title={t('emergency.title')}>
      <ErrorSummary t={t} errors={errors} />
      <DeskForm action={`/werkplek/noodtoegang/${patient.id}`} draft="reden">
        <PersonHead
          name={formalName(t, { ...patient, bsnVerified: patient.bsnVerifiedAt !== null }, program.careClock.now())}
          sub={t('registration.person-line', {
            sex: sexInWords(t, patient.sex),
            born,
            number: patientNumber(patient.number),
          })}
        />
        <Note icon="alert-triangle">
          <b>{t('emergency.warning-heading')}</b> {t('emergency.warning-text', { hours: emergencyHours })}
        </Note>
        {visit.draft !== undefined && <Note look="calm">{t('house.draft-kept')}</Note>}
        <input type="hidden" name={submissionField} value={form.submission} />
        <Textarea
          t={t}
          name="reden"
          label={t('emergency.reason')}
          hint={t('emergency.reason-hint', reasonLength)}
          error={form.errors.reden && t(form.errors.reden)}
          value={form.typed.reden}
          maxLength={reasonLength.max}
        />
        <div class="pp-actions">
          <Button icon="first-aid-kit">{t('emergency.open')}</Button>
          <LinkButton href={searchPath} look="secondary">
            {t('emergency.stop')}
          </LinkButton>
        </div>
      </DeskForm>
    </Sheet>
  );
}

const ask: DeskRoute = {
  door: 'desk',
  method: 'GET',
  path,
  ability: 'open-emergency',
  what: 'emergency.form',
  action: 'R',
  keeps: reasonForm.fields,
  async handle(desk, visit) {
    const patient = await findIdentity(desk, visit.params.patient ?? '');
    if (patient === undefined) return { result: notFound, shown: [], failed: { because: 'unknown' } };
    const form = reasonForm.empty(visit.draft);
    const body = <EmergencyPage visit={visit} patient={patient} form={form} />;
    return { result: page(visit.t('emergency.title'), body), shown: [] };
  },
};

const open: StaffRoute = {
  door: 'staff',
  method: 'POST',
  path,
  why: 'openEmergency is a door of its own: it decides, writes the log line and opens in one transaction',
  ability: 'open-emergency',
  what: 'emergency.open',
  keeps: reasonForm.fields,
  async handle(viewer, visit): Promise<Reply> {
    const patient = visit.params.patient ?? '';
    const reading = reasonForm.read(visit.body);
    if (!reading.ok) return again(viewer, visit, patient, reading.state);
    const { reden } = reading.values;
    if (withoutBsn(reden) !== reden)
      return again(viewer, visit, patient, withErrors(reading.state, { reden: 'emergency.reason-bsn' }));
    const opened = await openEmergency(visit.program, viewer, patient, reden, reading.state.submission);
    if (isRefusal(opened)) return notFound;
    return redirect(recordStart(viewer, patient) ?? '/werkplek');
  },
};

/** The same page with what is wrong; whose record it is about is asked at the desk door once more. */
async function again(viewer: EmployeeViewer, visit: Visit, id: string, form: FormState): Promise<Reply> {
  const purpose = { what: 'emergency.form', action: 'R', patient: id } as const;
  const shown = await openDesk<Reply>(visit.program, viewer, 'open-emergency', purpose, async (desk) => {
    const patient = await findIdentity(desk, id);
    if (patient === undefined) return { result: notFound, shown: [], failed: { because: 'unknown' } };
    const body = <EmergencyPage visit={visit} patient={patient} form={form} />;
    return { result: page(visit.t('emergency.title'), body, { failed: true }), shown: [] };
  });
  return isRefusal(shown) ? notFound : shown;
}

export const openRoutes = [ask, open];
