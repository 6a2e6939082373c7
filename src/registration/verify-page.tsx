import { patientNumber, sexInWords, type Visit, WhomToCall } from '../house';
import { fullName } from '../people';
import { type FormState, submissionField } from '../platform/forms';
import type { Translate } from '../platform/i18n';
import { ageOn, type DateStyle, dateIn, formatDate, formatDateTime } from '../platform/time';
import {
  Button,
  Card,
  Checkbox,
  ChoiceGroup,
  Column,
  Confirmation,
  DeskColumns,
  DeskForm,
  ErrorSummary,
  IconList,
  Input,
  LinkButton,
  Note,
  PersonHead,
  PrintButton,
  Sheet,
  SummaryList,
} from '../ui';
import { documentTypes, maskedDocumentNumber } from './rules';
import { searchPath } from './search';
import type { Identity, Receipt } from './store';

export type VerificationState =
  | { readonly kind: 'to-do'; readonly form: FormState }
  | { readonly kind: 'impossible'; readonly because: 'deceased' | 'no-bsn' }
  | {
      readonly kind: 'verified';
      readonly at: Date;
      /** Absent where the BSN came verified from the source. */
      readonly receipt: Receipt | undefined;
      /** Who verified it, where that was the reader. */
      readonly by: string | undefined;
      readonly justNow: boolean;
    };

interface PageProps {
  readonly visit: Visit;
  readonly patient: Identity;
  readonly state: VerificationState;
}

export function VerifyPage({ visit, patient, state }: PageProps) {
  const { t } = visit;
  const errors = state.kind === 'to-do' ? Object.entries(state.form.errors) : [];
  return (
    <Sheet title={t('registration.verify-title')} aside={t('registration.only-identity')}>
      <ErrorSummary t={t} errors={errors.map(([name, key]) => ({ name, message: t(key) }))} />
      <DeskColumns>
        <Column>
          <div class="pp-noprint">
            <WhatNow visit={visit} verified={state.kind === 'verified'} />
          </div>
          {state.kind !== 'verified' && (
            <>
              <Card id="twijfel" title={t('registration.doubt-heading')}>
                <p>{t('registration.doubt-text')}</p>
              </Card>
              <WhomToCall visit={visit} purpose="privacy" />
            </>
          )}
        </Column>
        <Column>
          {state.kind === 'to-do' && <VerifyForm visit={visit} patient={patient} form={state.form} />}
          {state.kind === 'impossible' && (
            <section class="pp-card pp-flow" aria-labelledby="patient">
              <Person visit={visit} patient={patient} verified={false} />
              <Note>{t(`registration.impossible-${state.because}`)}</Note>
            </section>
          )}
          {state.kind === 'verified' && <VerifiedCard visit={visit} patient={patient} state={state} />}
        </Column>
      </DeskColumns>
    </Sheet>
  );
}

/** IN-03: what opens by the verification, as this organisation has it. */
function WhatNow({ visit, verified }: { visit: Visit; verified: boolean }) {
  const { t, program, organisation } = visit;
  const appointments = verified || program.accessPolicy(organisation.id).unverifiedBsn === 'limited';
  const line = (open: boolean, text: string) => ({ icon: open ? ('check' as const) : ('x' as const), no: !open, text });
  return (
    <Card id="nu" title={t('registration.now-heading')}>
      <IconList
        items={[
          line(appointments, t('registration.now-appointments')),
          line(verified, t('registration.now-record')),
          line(verified, t('registration.now-proxies')),
        ]}
      />
      <p class="pp-small pp-muted pp-section--s">{t(verified ? 'registration.now-open' : 'registration.now-after')}</p>
    </Card>
  );
}

const bornOn = (t: Translate, { birthDate }: Identity, style: DateStyle): string =>
  birthDate === null ? t('common.unknown') : formatDate(t.language, birthDate, style);

function Person({ visit, patient, verified }: { visit: Visit; patient: Identity; verified: boolean }) {
  const { t, program } = visit;
  const age = patient.birthDate === null ? undefined : ageOn(patient.birthDate, dateIn(program.careClock.now()));
  const born = bornOn(t, patient, 'numeric');
  const birth = age === undefined ? born : `${born} (${t('common.years-old', { age })})`;
  return (
    <PersonHead
      name={fullName(patient.name)}
      sub={t('registration.person-line', {
        sex: sexInWords(t, patient.sex),
        born: birth,
        number: patientNumber(patient.number),
      })}
      tag={
        verified
          ? { look: 'ok', icon: 'shield-check', label: t('registration.verified-tag') }
          : { look: 'att', icon: 'alert-triangle', label: t('registration.unverified-tag') }
      }
    />
  );
}

function VerifyForm({ visit, patient, form }: { visit: Visit; patient: Identity; form: FormState }) {
  const { t } = visit;
  const { typed, errors } = form;
  const field = (name: string) => ({ t, name, value: typed[name], error: errors[name] && t(errors[name]) });
  return (
    <DeskForm action={`/werkplek/bsn/${patient.id}`}>
      <Person visit={visit} patient={patient} verified={false} />
      {visit.draft !== undefined && <Note look="calm">{t('house.draft-kept')}</Note>}
      <input type="hidden" name={submissionField} value={form.submission} />
      <ChoiceGroup
        {...field('document')}
        kind="radio"
        inRow
        label={t('registration.document')}
        chosen={[typed.document ?? '']}
        choices={documentTypes.map((value) => ({ value, label: t(`registration.${value}`) }))}
      />
      <div class="pp-two">
        <Input
          {...field('documentnummer')}
          label={t('registration.document-number')}
          hint={t('registration.document-number-hint')}
          mono
          required
        />
        <Input
          {...field('bsn')}
          label={t('registration.bsn-on-document')}
          hint={t('registration.bsn-on-document-hint')}
          inputMode="numeric"
          mono
          required
        />
      </div>
      <Checkbox {...field('foto')} label={t('registration.photo-same')} checked={typed.foto === 'ja'} value="ja" />
      <Checkbox
        {...field('gegevens')}
        label={t('registration.data-same')}
        checked={typed.gegevens === 'ja'}
        value="ja"
      />
      <div class="pp-actions">
        <Button icon="shield-check">{t('registration.record')}</Button>
        <LinkButton href={searchPath} look="secondary">
          {t('registration.stop')}
        </LinkButton>
      </div>
    </DeskForm>
  );
}

type Verified = VerificationState & { kind: 'verified' };

function VerifiedCard({ visit, patient, state }: { visit: Visit; patient: Identity; state: Verified }) {
  const { t } = visit;
  const { receipt, at, by, justNow } = state;
  return (
    <>
      {justNow && (
        <div class="pp-noprint">
          <Confirmation id="klaar" title={t('registration.done-heading')}>
            <p>{t('registration.done-text')}</p>
          </Confirmation>
        </div>
      )}
      <section class="pp-card pp-flow" aria-label={t('registration.receipt')}>
        <Person visit={visit} patient={patient} verified />
        <SummaryList
          items={[
            { label: t('registration.organisation'), value: visit.organisation.about.name },
            { label: t('common.birth-date'), value: bornOn(t, patient, 'date') },
            { label: t('registration.verified-at'), value: formatDateTime(t.language, at) },
            ...(receipt === undefined
              ? [{ label: t('registration.document-label'), value: t('registration.from-source') }]
              : [
                  { label: t('registration.document-label'), value: t(`registration.${receipt.document}`) },
                  { label: t('registration.number-label'), value: maskedDocumentNumber(receipt.documentNumber) },
                ]),
            ...(by === undefined ? [] : [{ label: t('registration.verified-by'), value: by }]),
          ]}
        />
        <div class="pp-actions">
          <LinkButton href={searchPath} icon="search" look={justNow ? 'primary' : 'secondary'}>
            {t('registration.next-patient')}
          </LinkButton>
          <PrintButton>{t('registration.print-receipt')}</PrintButton>
        </div>
      </section>
    </>
  );
}
