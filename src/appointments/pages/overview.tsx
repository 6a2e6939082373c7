import { DocumentActions, type Visit } from '../../house';
import { inLanguage } from '../../organisations';
import { formatDateTime } from '../../platform/time';
import { BackLink, Card, EmptyState, LinkButton, PageHead, SummaryList, Tag, Wrap } from '../../ui';
import { isOnSite, phaseOf } from '../rules';
import type { Appointment } from '../store';
import { clinicName, insideText, kindText, placeOf, stateText, timeText, whenText } from '../words';
import { Address, bringItems, Instructions, NotShown, Phone } from './parts';

interface OverviewProps {
  readonly visit: Visit;
  readonly coming: readonly Appointment[];
  readonly at: Date;
}

/** AP-01: all coming appointments, for on paper. */
export function AppointmentsOverview({ visit, coming, at }: OverviewProps) {
  const { t } = visit;
  return (
    <Wrap>
      <BackLink href={visit.to('/afspraken')}>{t('appointments.back')}</BackLink>
      <PageHead
        title={t('appointments.overview-title')}
        lead={t('appointments.overview-made', { date: formatDateTime(t.language, at, 'date') })}
      >
        <DocumentActions visit={visit} path="/afspraken/overzicht">
          {coming.length > 0 && (
            <LinkButton look="secondary" icon="calendar-plus" href={visit.to('/afspraken/agenda.ics')}>
              {t('appointments.all-to-calendar')}
            </LinkButton>
          )}
        </DocumentActions>
      </PageHead>
      <div class="pp-col pp-paper">
        {coming.length === 0 && <EmptyState>{t('appointments.none-coming')}</EmptyState>}
        {coming.map((appointment) => (
          <OnPaper visit={visit} appointment={appointment} at={at} />
        ))}
        <NotShown visit={visit} />
      </div>
    </Wrap>
  );
}

function OnPaper({ visit, appointment, at }: { visit: Visit; appointment: Appointment; at: Date }) {
  const { t } = visit;
  const state = stateText(t, appointment, at);
  const off = phaseOf(appointment, at) === 'off';
  return (
    <Card
      id={`afspraak-${appointment.id}`}
      title={<bdi>{whenText(t, appointment)}</bdi>}
      aside={state === undefined ? undefined : <Tag look={off ? 'att' : 'info'}>{state}</Tag>}
    >
      <SummaryList
        items={off ? what(visit, appointment) : [...what(visit, appointment), ...where(visit, appointment)]}
      />
    </Card>
  );
}

function what({ t, organisation }: Visit, appointment: Appointment) {
  const placed = placeOf(organisation, appointment);
  return [
    { label: t('appointments.what-for'), value: <span lang="nl">{appointment.title}</span> },
    { label: t('appointments.kind'), value: kindText(t, appointment) },
    { label: t('common.time'), value: timeText(t, appointment) },
    { label: t('common.clinic'), value: clinicName(placed, appointment, t) },
    ...(appointment.practitioner === null
      ? []
      : [{ label: t('common.care-provider'), value: <span lang="nl">{appointment.practitioner}</span> }]),
    ...(placed.clinic === undefined
      ? []
      : [{ label: t('appointments.phone-of-clinic'), value: <Phone number={placed.clinic.phone} /> }]),
  ];
}

function where(visit: Visit, appointment: Appointment) {
  const { t, language, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const { location } = placed;
  const inside = insideText(placed, appointment, language);
  const onSite = isOnSite(appointment);
  const bring = bringItems(visit, appointment);
  return [
    ...(onSite && location !== undefined
      ? [
          { label: t('appointments.address'), value: <Address visit={visit} location={location} /> },
          ...(inside === undefined ? [] : [{ label: t('appointments.inside'), value: inside }]),
          { label: t('appointments.how-to-get'), value: inLanguage(location.route, language) },
        ]
      : onSite
        ? []
        : [
            {
              label: t('common.location'),
              value: t(`appointments.remote-${appointment.kind as 'phone' | 'video' | 'home'}`),
            },
          ]),
    ...(appointment.instructions === null
      ? []
      : [{ label: t('appointments.preparation'), value: <Instructions text={appointment.instructions} /> }]),
    ...(bring.length === 0
      ? []
      : [
          {
            label: t(onSite ? 'appointments.bring' : 'appointments.have-ready'),
            value: (
              <ul class="pp-dots">
                {bring.map(({ text }) => (
                  <li>{text}</li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
}
