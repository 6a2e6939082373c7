import { type Visit, WhomToCall } from '../../house';
import { inLanguage } from '../../organisations';
import { formatDateTime } from '../../platform/time';
import { Actions, BackLink, Card, Column, Columns, IconList, LinkButton, Note, Steps, Wrap } from '../../ui';
import { appointmentsPolicy } from '../policy';
import { isOnSite, nightsOf, phaseOf, programmeOf } from '../rules';
import { nextEyebrow, Spotlight } from '../spotlight';
import type { Appointment } from '../store';
import { kindTitle, placeOf } from '../words';
import { bringItems, Instructions, Phone, waySteps } from './parts';

interface DetailProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly at: Date;
  readonly hasSummary: boolean;
}

/** AP-01, AP-11, AP-14: one appointment, with all that one needs for it. */
export function AppointmentPage(props: DetailProps) {
  const { visit, appointment, at, hasSummary } = props;
  const { t, organisation } = visit;
  const phase = phaseOf(appointment, at);
  const ahead = phase !== 'over' && phase !== 'off';
  const eyebrow = [
    phase === 'today' || phase === 'now' ? nextEyebrow(visit, appointment, at) : undefined,
    kindTitle(t, organisation, appointment),
  ];
  return (
    <Wrap>
      <BackLink href={visit.to('/afspraken')}>{t('appointments.back')}</BackLink>
      <Columns ratio="8/4">
        <Column>
          <Spotlight
            visit={visit}
            appointment={appointment}
            at={at}
            eyebrow={eyebrow.filter(Boolean).join(' · ')}
            alone
            actions={
              ahead
                ? [{ href: visit.to(`/afspraken/${appointment.id}/agenda.ics`), label: t('appointments.to-calendar') }]
                : []
            }
          />
          <StateNotes {...props} />
          {hasSummary && <SummaryCard visit={visit} appointment={appointment} />}
          {appointment.instructions !== null && phase !== 'off' && (
            <Card id="voorbereiding" title={t('appointments.preparation')}>
              <Instructions text={appointment.instructions} />
            </Card>
          )}
          {ahead && <Programme visit={visit} appointment={appointment} />}
          {ahead && <Way visit={visit} appointment={appointment} />}
        </Column>
        <Column>
          {ahead && <Bring visit={visit} appointment={appointment} />}
          <WhomToCall
            visit={visit}
            purpose="appointments"
            clinic={appointment.clinic}
            title={t(ahead ? 'appointments.cannot-come' : 'appointments.questions')}
          >
            {ahead ? <p>{t('appointments.cannot-come-text')}</p> : undefined}
          </WhomToCall>
        </Column>
      </Columns>
    </Wrap>
  );
}

/** What is different from what the reader may have in mind: it is off, it was moved, it is not certain. */
function StateNotes({ visit: { t }, appointment, at }: DetailProps) {
  const { status, cancelledBecause, movedFrom } = appointment;
  const phase = phaseOf(appointment, at);
  if (phase === 'off')
    return (
      <Note icon="circle-x">
        {t(appointment.endsAt <= at ? 'appointments.off-note-past' : 'appointments.off-note')}
        {cancelledBecause !== null && (
          <> {t.rich('appointments.off-because', { reason: <q lang="nl">{cancelledBecause}</q> })}</>
        )}
      </Note>
    );
  if (phase === 'over') return null;
  return (
    <>
      {(status === 'pending' || status === 'proposed') && <Note icon="clock">{t('appointments.pending-note')}</Note>}
      {movedFrom !== null && (
        <Note icon="calendar-time">
          {t('appointments.moved-note', { date: formatDateTime(t.language, movedFrom) })}
        </Note>
      )}
    </>
  );
}

function SummaryCard({ visit, appointment }: Pick<DetailProps, 'visit' | 'appointment'>) {
  const { t } = visit;
  return (
    <Card id="verslag" title={t('appointments.summary')}>
      <p>{t('appointments.summary-text')}</p>
      <Actions>
        <LinkButton icon="file-text" href={visit.to(`/afspraken/${appointment.id}/verslag`)}>
          {t('appointments.summary-read')}
        </LinkButton>
      </Actions>
    </Card>
  );
}

function Programme({ visit, appointment }: Pick<DetailProps, 'visit' | 'appointment'>) {
  const { t, language, organisation } = visit;
  const steps = programmeOf(appointmentsPolicy.of(organisation.policy), appointment);
  if (steps.length === 0) return null;
  return (
    <Card
      id="programma"
      title={t(nightsOf(appointment) > 0 ? 'appointments.programme-stay' : 'appointments.programme')}
    >
      <Steps
        steps={steps.map(({ title, text }) => ({
          title: inLanguage(title, language),
          text: text && inLanguage(text, language),
        }))}
      />
    </Card>
  );
}

function Way({ visit, appointment }: Pick<DetailProps, 'visit' | 'appointment'>) {
  const { t, organisation } = visit;
  const { location } = placeOf(organisation, appointment);
  if (!isOnSite(appointment) || location === undefined) return null;
  return (
    <Card id="route" title={t('appointments.route')}>
      <Steps steps={waySteps(visit, appointment, location)} />
      <p class="pp-small pp-muted">
        {t.rich('appointments.location-phone', { phone: <Phone number={location.phone} /> })}
      </p>
    </Card>
  );
}

function Bring({ visit, appointment }: Pick<DetailProps, 'visit' | 'appointment'>) {
  const { t } = visit;
  const items = bringItems(visit, appointment);
  if (items.length === 0) return null;
  return (
    <Card id="meenemen" title={t(isOnSite(appointment) ? 'appointments.bring' : 'appointments.have-ready')}>
      <IconList items={items} />
    </Card>
  );
}
