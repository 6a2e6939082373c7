import type { Visit } from '../../house';
import { inLanguage } from '../../organisations';
import { formatDate, formatDateTime } from '../../platform/time';
import {
  CellNote,
  EmptyState,
  Link,
  LinkButton,
  Sheet,
  SheetHead,
  StaffTable,
  Tag,
  VisibilityCell,
  type Words,
} from '../../ui';
import { appointmentsPolicy } from '../policy';
import { isOnSite, notShownBecause, phaseOf } from '../rules';
import type { Appointment } from '../store';
import { clinicName, kindText, placeOf, stateText, timeText, whereText } from '../words';

interface StaffListProps {
  readonly visit: Visit;
  readonly coming: readonly Appointment[];
  readonly past: readonly Appointment[];
  readonly earlier: string | undefined;
  readonly further: boolean;
  readonly at: Date;
  /** Which of them have a summary that this employee may read. */
  readonly summaries: ReadonlySet<string>;
}

/** All appointments of the open patient, with whether the patient sees them. */
export function StaffAppointmentList(props: StaffListProps) {
  const { visit, coming, past, earlier, further } = props;
  const { t } = visit;
  return (
    <Sheet>
      {!further && (
        <>
          <SheetHead id="komend" title={t('appointments.coming')} />
          <Table {...props} appointments={coming} caption={t('appointments.coming')} />
        </>
      )}
      <SheetHead id="geweest" title={t('appointments.past')} />
      <Table {...props} appointments={past} caption={t('appointments.past')} />
      {earlier !== undefined && (
        <p>
          <LinkButton look="secondary" href={visit.to(`/afspraken?voor=${earlier}`)}>
            {t('appointments.earlier')}
          </LinkButton>
        </p>
      )}
    </Sheet>
  );
}

interface TableProps extends Pick<StaffListProps, 'visit' | 'at' | 'summaries'> {
  readonly appointments: readonly Appointment[];
  readonly caption: string;
}

function Table(props: TableProps) {
  const { visit, appointments, at, caption } = props;
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
        cells: cellsOf(props, appointment),
        ...(phaseOf(appointment, at) === 'now' ? { state: 'here' as const } : {}),
      }))}
    />
  );
}

function cellsOf({ visit, at, summaries }: TableProps, appointment: Appointment): Words[] {
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
      {summaries.has(appointment.id) && (
        <CellNote>
          <Link href={visit.to(`/afspraken/${appointment.id}/verslag`)}>{t('appointments.summary-read')}</Link>
        </CellNote>
      )}
    </>,
    isOnSite(appointment) ? (whereText(t, placed, appointment) ?? '') : kindText(t, appointment),
    <>
      <StatusTag visit={visit} appointment={appointment} at={at} />
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

function StatusTag({ visit: { t }, appointment, at }: { visit: Visit; appointment: Appointment; at: Date }) {
  const { status } = appointment;
  const plain = status === 'booked' || status === 'arrived' || status === 'fulfilled';
  return (
    <Tag look={LOOK[status]}>{plain ? t(`appointments.staff-status-${status}`) : stateText(t, appointment, at)}</Tag>
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
