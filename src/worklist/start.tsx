/** The first page of an employee: what one's roles and clinics have to do today. */
import { can, type EmployeeViewer, isRefusal, openWorklist, staffRecordRights } from '../access';
import { page, type StaffRoute, type Visit } from '../house';
import { type Clinic, inLanguage } from '../organisations';
import { fullName } from '../people';
import { dateIn, formatDate, formatTime } from '../platform/time';
import { BornAndNumber, recordStart, SearchDesk, searchForm } from '../registration';
import {
  Card,
  CellNote,
  EmptyState,
  Icon,
  type IconName,
  Link,
  LinkButton,
  Note,
  Sheet,
  StaffTable,
  Tag,
  type TagLook,
} from '../ui';
import { appointmentsOn, type DayAppointment } from './store';

interface ClinicDay {
  readonly clinic: Clinic;
  readonly appointments: readonly DayAppointment[];
}

/** Today's appointments of each of the employee's clinics; a clinic that this organisation does not have is left out. */
async function loadDays(viewer: EmployeeViewer, visit: Visit): Promise<ClinicDay[]> {
  if (!staffRecordRights(viewer.roles).includes('appointments')) return [];
  const today = dateIn(visit.program.careClock.now());
  const days: ClinicDay[] = [];
  for (const clinic of visit.organisation.about.clinics.filter(({ slug }) => viewer.clinics.includes(slug))) {
    const purpose = { what: 'worklist.day', detail: { clinic: clinic.slug, day: today } };
    const appointments = await openWorklist(visit.program, viewer, clinic.slug, purpose, async (worklist) => {
      const result = await appointmentsOn(worklist, today);
      return { result, shown: result.map(({ patient }) => patient) };
    });
    if (!isRefusal(appointments)) days.push({ clinic, appointments });
  }
  return days;
}

function StartPage({ visit, viewer, days }: { visit: Visit; viewer: EmployeeViewer; days: readonly ClinicDay[] }) {
  const { t, program } = visit;
  const now = program.careClock.now();
  const finds = can(viewer.roles, 'find-patient');
  const reviews = can(viewer.roles, 'review-log');
  return (
    <Sheet title={t('worklist.greeting', { name: viewer.name })} aside={formatDate(t.language, now, 'long')}>
      {reviews && <ReviewCard visit={visit} />}
      {days.map((day) => (
        <Day visit={visit} viewer={viewer} day={day} />
      ))}
      {finds && <SearchDesk t={t} state={searchForm.empty()} />}
      {!finds && !reviews && days.length === 0 && <Note>{t('worklist.nothing')}</Note>}
    </Sheet>
  );
}

function ReviewCard({ visit: { t } }: { visit: Visit }) {
  return (
    <Card id="nakijken" title={t('staff.emergencies')}>
      <p>{t('worklist.review-text')}</p>
      <div class="pp-actions">
        <LinkButton href="/werkplek/noodtoegang" icon="first-aid-kit">
          {t('worklist.review')}
        </LinkButton>
      </div>
    </Card>
  );
}

function Day({ visit, viewer, day }: { visit: Visit; viewer: EmployeeViewer; day: ClinicDay }) {
  const { t, language } = visit;
  const { clinic, appointments } = day;
  const title = t('worklist.day', { clinic: inLanguage(clinic.name, language) });
  return (
    <section class="pp-card" aria-labelledby={`dag-${clinic.slug}`}>
      <h2 class="pp-h2" id={`dag-${clinic.slug}`}>
        {title}
      </h2>
      {appointments.length === 0 ? (
        <EmptyState>{t('worklist.empty')}</EmptyState>
      ) : (
        <StaffTable
          t={t}
          caption={title}
          columns={[t('common.time'), t('common.patient'), t('worklist.appointment'), t('worklist.status')]}
          rows={appointments.map((appointment) => ({
            cells: cellsOf(visit, viewer, appointment),
            state: stateOf(appointment),
          }))}
        />
      )}
    </section>
  );
}

const kindIcons: Record<DayAppointment['kind'], IconName> = {
  visit: 'building-hospital',
  phone: 'phone',
  video: 'video',
  home: 'home',
  operation: 'bandage',
  admission: 'bed',
};

const statusLooks: Record<DayAppointment['status'], { look: TagLook; icon?: IconName }> = {
  proposed: { look: 'neutral' },
  pending: { look: 'neutral' },
  booked: { look: 'neutral' },
  arrived: { look: 'att', icon: 'armchair' },
  fulfilled: { look: 'ok', icon: 'check' },
  cancelled: { look: 'neutral' },
  noshow: { look: 'neg', icon: 'circle-x' },
};

function stateOf({ status }: DayAppointment): 'here' | 'done' | undefined {
  if (status === 'arrived') return 'here';
  return status === 'fulfilled' || status === 'noshow' ? 'done' : undefined;
}

function cellsOf({ t }: Visit, viewer: EmployeeViewer, appointment: DayAppointment) {
  const { name, birthDate, number, kind, status, startsAt, title, practitioner } = appointment;
  const record = recordStart(viewer, appointment.patient);
  const look = statusLooks[status];
  return [
    formatTime(t.language, startsAt),
    <>
      {record === undefined ? <bdi>{fullName(name)}</bdi> : <Link href={record}>{fullName(name)}</Link>}
      <BornAndNumber t={t} birthDate={birthDate} number={number} />
    </>,
    <>
      {title}
      <span class="pp-vis pp-muted">
        <Icon name={kindIcons[kind]} size="s" />
        <CellNote>
          {t(`worklist.kind-${kind}`)}
          {practitioner !== null && `, ${practitioner}`}
        </CellNote>
      </span>
    </>,
    <Tag look={look.look} icon={look.icon}>
      {t(`worklist.status-${status}`)}
    </Tag>,
  ];
}

export const start: StaffRoute = {
  door: 'staff',
  method: 'GET',
  path: '/werkplek',
  why: 'opens the worklist door once for each of the own clinics',
  what: 'worklist.start',
  keeps: [],
  async handle(viewer, visit) {
    const days = await loadDays(viewer, visit);
    return page(visit.t('worklist.title'), <StartPage visit={visit} viewer={viewer} days={days} />);
  },
};
