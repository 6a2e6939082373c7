/** IN-03: main reception and the emergency department compare a BSN with an identity document. */
import { type OpenDesk, type Shown, takeOnce } from '../access';
import { type DeskRoute, notFound, page, type Reply, redirect, type Visit } from '../house';
import { type FieldErrors, type FormState, withErrors } from '../platform/forms';
import { verificationForm, verificationKeeps } from './forms';
import { isDocumentType, wrongDocumentNumber } from './rules';
import { compareBsn, findIdentity, type Identity, lastVerification, recordVerification } from './store';
import { type VerificationState, VerifyPage } from './verify-page';

const path = '/werkplek/bsn/:patient';

/** The log line of this door names the patient by itself: nobody else was shown. */
const answer = (result: Reply, because?: string): Shown<Reply> => ({
  result,
  shown: [],
  ...(because === undefined ? {} : { failed: { because } }),
});

const verifyPage = (visit: Visit, patient: Identity, state: VerificationState, failed = false): Reply =>
  page(visit.t('registration.verify-title'), <VerifyPage visit={visit} patient={patient} state={state} />, { failed });

/** Where the patient stands: verified with or without a receipt of ours, or still to do. */
async function stateOf(desk: OpenDesk, visit: Visit, patient: Identity): Promise<VerificationState> {
  if (patient.bsnVerifiedAt !== null) {
    const receipt = await lastVerification(desk, patient.id);
    return {
      kind: 'verified',
      at: patient.bsnVerifiedAt,
      receipt,
      by: receipt?.employee === desk.viewer.employee ? desk.viewer.name : undefined,
      justNow: visit.query.vastgelegd === '1',
    };
  }
  if (patient.deceasedOn !== null) return { kind: 'impossible', because: 'deceased' };
  if ((await compareBsn(desk, patient.id, '')) === 'unknown') return { kind: 'impossible', because: 'no-bsn' };
  return { kind: 'to-do', form: verificationForm.empty(visit.draft) };
}

const see: DeskRoute = {
  door: 'desk',
  method: 'GET',
  path,
  ability: 'verify-bsn',
  what: 'registration.bsn',
  action: 'R',
  keeps: verificationKeeps,
  async handle(desk, visit) {
    const patient = await findIdentity(desk, visit.params.patient ?? '');
    if (patient === undefined) return answer(notFound, 'unknown');
    return answer(verifyPage(visit, patient, await stateOf(desk, visit, patient)));
  },
};

const verify: DeskRoute = {
  door: 'desk',
  method: 'POST',
  path,
  ability: 'verify-bsn',
  what: 'registration.verify-bsn',
  action: 'U',
  keeps: verificationKeeps,
  criteria({ body }) {
    const { document = '' } = verificationForm.read(body).state.typed;
    return isDocumentType(document) ? { document } : {};
  },
  async handle(desk, visit) {
    const patient = await findIdentity(desk, visit.params.patient ?? '');
    if (patient === undefined) return answer(notFound, 'unknown');
    const now = await stateOf(desk, visit, patient);
    if (now.kind !== 'to-do') return answer(verifyPage(visit, patient, now), 'not-possible');
    const again = (form: FormState, because: string) =>
      answer(verifyPage(visit, patient, { kind: 'to-do', form }, true), because);
    const reading = verificationForm.read(visit.body);
    const wrongNumber = wrongNumberIn(reading.state);
    if (!reading.ok || wrongNumber !== undefined)
      return again(withErrors(reading.state, inOrder({ ...reading.state.errors, ...wrongNumber })), 'form');
    const { document, documentnummer, bsn } = reading.values;
    if (!isDocumentType(document)) throw new Error('the form checks the kind of document');
    if ((await compareBsn(desk, patient.id, bsn)) !== 'same')
      return again(withErrors(reading.state, { bsn: 'registration.bsn-different' }), 'bsn-different');
    if (await takeOnce(desk.tx, desk.organisation, reading.state.submission, desk.now))
      await recordVerification(desk, patient.id, { document, documentNumber: documentnummer });
    return answer(redirect(`/werkplek/bsn/${patient.id}?vastgelegd=1`));
  },
};

/** What a document number must look like depends on the document. */
function wrongNumberIn({ typed }: FormState): FieldErrors | undefined {
  const { document = '', documentnummer = '' } = typed;
  const clean = documentnummer.replace(/[\s.-]/g, '').toUpperCase();
  const wrong = isDocumentType(document)
    ? wrongDocumentNumber(document, clean)
    : clean === ''
      ? ('registration.number-missing' as const)
      : undefined;
  return wrong && { documentnummer: wrong };
}

/** The summary names mistakes in the order of the page. */
const inOrder = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(verificationForm.fields.flatMap((field) => (errors[field] ? [[field, errors[field]]] : [])));

export const verifyRoutes = [see, verify];
