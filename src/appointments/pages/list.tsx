import { type Visit, WhomToCall } from '../../house';
import {
  Actions,
  Card,
  Column,
  Columns,
  Disc,
  EmptyState,
  LinkButton,
  PageHead,
  Row,
  Rows,
  type TagLook,
  Wrap,
} from '../../ui';
import type { Appointment } from '../store';
import { kindIcon, kindText, placeOf, stateText, whenText } from '../words';
import { NotShown, Who } from './parts';

interface ListProps {
  readonly visit: Visit;
  readonly coming: readonly Appointment[];
  readonly past: readonly Appointment[];
  /** Which of them have a summary. */
  readonly summaries: ReadonlySet<string>;
  /** Where the next page of past ones begins. */
  readonly earlier: string | undefined;
  /** A further page of past ones: no coming ones on it. */
  readonly further: boolean;
  /** IN-03, IN-04: why no past ones are shown. */
  readonly limited: 'bsn' | 'age' | undefined;
  readonly at: Date;
}

/** AP-01: coming and past appointments. */
export function AppointmentList(props: ListProps) {
  const { visit, coming, further, at } = props;
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('appointments.title')} lead={t('appointments.lead')} />
      <Columns ratio="8/4">
        <Column>
          {!further && (
            <Card id="komend" title={t('appointments.coming')}>
              {coming.length === 0 ? (
                <EmptyState>{t('appointments.none-coming')}</EmptyState>
              ) : (
                <>
                  <AppointmentRows visit={visit} appointments={coming} at={at} />
                  <Actions>
                    <LinkButton look="secondary" icon="printer" href={visit.to('/afspraken/overzicht')}>
                      {t('appointments.overview')}
                    </LinkButton>
                    <LinkButton look="secondary" icon="calendar-plus" href={visit.to('/afspraken/agenda.ics')}>
                      {t('appointments.all-to-calendar')}
                    </LinkButton>
                  </Actions>
                </>
              )}
            </Card>
          )}
          <Past {...props} />
        </Column>
        <Column>
          <NotShown visit={visit} />
          <WhomToCall visit={visit} purpose="appointments" />
        </Column>
      </Columns>
    </Wrap>
  );
}

function Past({ visit, past, at, summaries, earlier, further, limited }: ListProps) {
  const { t } = visit;
  if (limited !== undefined)
    return (
      <p class="pp-muted">{t(limited === 'bsn' ? 'appointments.past-limited' : 'appointments.past-limited-child')}</p>
    );
  return (
    <>
      <Card id="geweest" title={t('appointments.past')}>
        {past.length === 0 ? (
          <EmptyState>{t('appointments.none-past')}</EmptyState>
        ) : (
          <AppointmentRows visit={visit} appointments={past} at={at} summaries={summaries} />
        )}
      </Card>
      {(earlier !== undefined || further) && (
        <Actions>
          {earlier !== undefined && (
            <LinkButton look="secondary" href={visit.to(`/afspraken?voor=${earlier}`)}>
              {t('appointments.earlier')}
            </LinkButton>
          )}
          {further && (
            <LinkButton look="subtle" href={visit.to('/afspraken')}>
              {t('appointments.latest')}
            </LinkButton>
          )}
        </Actions>
      )}
    </>
  );
}

interface RowsProps {
  readonly visit: Visit;
  readonly appointments: readonly Appointment[];
  readonly at: Date;
  readonly summaries?: ReadonlySet<string>;
}

function AppointmentRows({ visit, appointments, at, summaries }: RowsProps) {
  const { t, organisation } = visit;
  return (
    <Rows>
      {appointments.map((appointment) => {
        const placed = placeOf(organisation, appointment);
        const where = placed.location && t('appointments.location-inline', { location: placed.location.name });
        const { kind } = appointment;
        return (
          <Row
            href={visit.to(`/afspraken/${appointment.id}`)}
            lead={<Disc icon={kindIcon[kind]} />}
            title={<bdi>{whenText(t, appointment)}</bdi>}
            sub={
              <>
                <span lang="nl">{appointment.title}</span>
                <br />
                <Who visit={visit} appointment={appointment} />
                <br />
                {[kindText(t, appointment), kind === 'phone' || kind === 'video' || kind === 'home' ? '' : where]
                  .filter(Boolean)
                  .join(', ')}
              </>
            }
            tag={tagOf(visit, appointment, at, summaries?.has(appointment.id) ?? false)}
          />
        );
      })}
    </Rows>
  );
}

function tagOf(
  { t }: Visit,
  appointment: Appointment,
  at: Date,
  summary: boolean,
): { look: TagLook; label: string } | undefined {
  const state = stateText(t, appointment, at);
  if (state !== undefined) return { look: appointment.status === 'cancelled' ? 'att' : 'info', label: state };
  if (summary) return { look: 'ok', label: t('appointments.has-summary') };
  return appointment.movedFrom === null || appointment.status === 'fulfilled'
    ? undefined
    : { look: 'info', label: t('appointments.moved') };
}
