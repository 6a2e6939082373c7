import type { Visit } from '../../house';
import { inLanguage } from '../../organisations';
import { formatDate, formatDateTime } from '../../platform/time';
import {
  CellNote,
  EmptyState,
  LinkButton,
  Sheet,
  SheetHead,
  StaffTable,
  Tag,
  VisibilityCell,
  type Words,
} from '../../ui';
import { appointmentsPolicy } from '../policy';
import { notShownBecause, phaseOf } from '../rules';
import type { Appointment } from '../store';
import { clinicName, kindText, placeOf, timeText, whereText } from '../words';

interface StaffListProps {
  readonly visit: Visit;
  readonly coming: readonly Appointment[];
  readonly past: readonly Appointment[];
  readonly earlier: Date | undefined;
  readonly further: boolean;
  readonly at: Date;
}

/** All appointments of the open patient, with whether the patient sees them. */
export function StaffAppointmentList({ visit, coming, past, earlier, further, at }: StaffListProps) {
  const { t } = visit;
  return (
    <Sheet>
      {!further && (
        <>
          <SheetHead id="komend" title={t('appointments.coming')} />
          <Table visit={visit} appointments={coming} at={at} caption={t('appointments.coming')} />
        </>
      )}
      <SheetHead id="geweest" title={t('appointments.past')} />
      <Table visit={visit} appointments={past} at={at} caption={t('appointments.past')} />
      {earlier !== undefined && (
        <p>
          <LinkButton look="secondary" href={visit.to(`/afspraken?voor=${earlier.getTime()}`)}>
            {t('appointments.earlier')}
          </LinkButton>
        </p>
      )}
    </Sheet>
  );
}

interface TableProps {
  readonly visit: Visit;
  readonly appointments: readonly Appointment[];
  readonly at: Date;
  readonly caption: string;
}

function Table({ visit, appointments, at, caption }: TableProps) {
  const { t } = visit;
  if (appointments.length === 0) return <EmptyState>{t('appointments.staff-none')}</EmptyState>;
  return (
    <StaffTable
      t={t}
      caption={caption}
      columns={[
        t('appointments.staff-when'),
        t('appointments.staff-what'),
        t('appointments.staff-where'),
        t('appointments.staff-state'),
        t('appointments.staff-sees'),
      ]}
      rows={appointments.map((appointment) => ({
        cells: cellsOf(visit, appointment, at),
        ...(phaseOf(appointment, at) === 'now' ? { state: 'here' as const } : {}),
      }))}
    />
  );
}

function cellsOf(visit: Visit, appointment: Appointment, at: Date): Words[] {
  const { t, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const { movedFrom, cancelledBecause, practitioner, instructions } = appointment;
  const clinic = clinicName(placed, appointment, t);
  return [
    <>
      <bdi>{formatDate(t.language, appointment.startsAt, 'long')}</bdi>
      <CellNote>{timeText(t, appointment)}</CellNote>
      {movedFrom !== null && phaseOf(appointment, at) !== 'over' && (
        <CellNote>{t('appointments.staff-moved', { date: formatDateTime(t.language, movedFrom, 'short') })}</CellNote>
      )}
    </>,
    <>
      {appointment.title}
      <CellNote>{[kindText(t, appointment), clinic, practitioner].filter(Boolean).join(', ')}</CellNote>
      {instructions !== null && <CellNote>{instructions}</CellNote>}
    </>,
    whereText(t, placed, appointment) ?? '',
    <>
      <StatusTag visit={visit} appointment={appointment} />
      {cancelledBecause !== null && (
        <CellNote>{t('appointments.staff-because', { reason: cancelledBecause })}</CellNote>
      )}
    </>,
    <Sees visit={visit} appointment={appointment} />,
  ];
}

const LOOK = {
  booked: 'neutral',
  arrived: 'att',
  fulfilled: 'ok',
  cancelled: 'att',
  noshow: 'neg',
  pending: 'info',
  proposed: 'info',
} as const;

function StatusTag({ visit: { t }, appointment: { status } }: { visit: Visit; appointment: Appointment }) {
  const own = status === 'booked' || status === 'arrived' || status === 'fulfilled';
  return (
    <Tag look={LOOK[status]}>{t(own ? `appointments.staff-status-${status}` : `appointments.status-${status}`)}</Tag>
  );
}

function Sees({ visit: { t, language, organisation }, appointment }: { visit: Visit; appointment: Appointment }) {
  const hidden = notShownBecause(appointmentsPolicy.of(organisation.policy), appointment);
  if (appointment.keptFrom.includes('patient'))
    return <VisibilityCell state="held">{t('appointments.staff-kept')}</VisibilityCell>;
  if (hidden !== undefined)
    return (
      <VisibilityCell state="never">
        {t('appointments.staff-not-shown', { why: inLanguage(hidden.name, language) })}
      </VisibilityCell>
    );
  return <VisibilityCell state="on">{t('appointments.staff-shown')}</VisibilityCell>;
}
