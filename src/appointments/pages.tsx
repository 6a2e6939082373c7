import { type Visit, WhomToCall } from '../house';
import { inLanguage } from '../organisations';
import { formatDate, formatDateTime } from '../platform/time';
import {
  BackLink,
  Card,
  Column,
  Columns,
  Disc,
  EmptyState,
  IconList,
  Link,
  LinkButton,
  PageHead,
  Row,
  Rows,
  SummaryList,
  Wrap,
} from '../ui';
import { Spotlight } from './spotlight';
import type { Appointment } from './store';
import { clinicName, kindIcon, kindText, placeOf, stateText, whereText } from './words';

interface ListProps {
  readonly visit: Visit;
  readonly coming: readonly Appointment[];
  readonly past: readonly Appointment[];
  /** Where the next page of past ones begins. */
  readonly earlier: Date | undefined;
  readonly limited: boolean;
}

/** AP-01: coming and past appointments. */
export function AppointmentList({ visit, coming, past, earlier, limited }: ListProps) {
  const { t } = visit;
  return (
    <Wrap>
      <PageHead title={t('appointments.title')} lead={t('appointments.lead')} />
      <Columns ratio="8/4">
        <Column>
          <Card id="komend" title={t('appointments.coming')}>
            {coming.length === 0 ? (
              <EmptyState>{t('appointments.none-coming')}</EmptyState>
            ) : (
              <AppointmentRows visit={visit} appointments={coming} />
            )}
          </Card>
          {limited ? (
            <p class="pp-muted">{t('appointments.past-limited')}</p>
          ) : (
            past.length > 0 && (
              <Card id="geweest" title={t('appointments.past')}>
                <AppointmentRows visit={visit} appointments={past} />
              </Card>
            )
          )}
          {earlier !== undefined && (
            <p class="pp-noprint">
              <LinkButton look="secondary" href={visit.to(`/afspraken?voor=${earlier.getTime()}`)}>
                {t('appointments.earlier')}
              </LinkButton>
            </p>
          )}
        </Column>
        <Column>
          <WhomToCall visit={visit} purpose="appointments" />
        </Column>
      </Columns>
    </Wrap>
  );
}

function AppointmentRows({ visit, appointments }: { visit: Visit; appointments: readonly Appointment[] }) {
  const { t, language, organisation } = visit;
  return (
    <Rows>
      {appointments.map((appointment) => {
        const placed = placeOf(organisation, appointment);
        const state = stateText(t, appointment);
        const who = [clinicName(placed, appointment, language), appointment.practitioner].filter(Boolean).join(', ');
        return (
          <Row
            href={visit.to(`/afspraken/${appointment.id}`)}
            lead={<Disc icon={kindIcon[appointment.kind]} />}
            title={<bdi>{formatDateTime(language, appointment.startsAt)}</bdi>}
            sub={
              <>
                <span lang="nl">{appointment.title}</span>
                <br />
                {who}
              </>
            }
            tag={
              state === undefined
                ? undefined
                : { look: appointment.status === 'cancelled' ? 'att' : 'info', label: state }
            }
          />
        );
      })}
    </Rows>
  );
}

/** AP-01, AP-11: one appointment with place, route, phone and what to bring. */
export function AppointmentPage({ visit, appointment, at }: { visit: Visit; appointment: Appointment; at: Date }) {
  const { t, language, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const { location } = placed;
  const visiting = appointment.kind === 'visit' || appointment.kind === 'operation';
  const coming = appointment.endsAt > at && appointment.status !== 'cancelled';
  return (
    <Wrap>
      <BackLink href={visit.to('/afspraken')}>{t('appointments.back')}</BackLink>
      <h1 class="pp-vh">{t('appointments.one-title', { date: formatDate(language, appointment.startsAt, 'long') })}</h1>
      <Columns ratio="8/4">
        <Column>
          <Spotlight visit={visit} appointment={appointment} eyebrow={kindText(t, appointment)} />
          <Card id="gegevens" title={t('appointments.details')}>
            <SummaryList
              items={[
                { label: t('common.date'), value: <bdi>{formatDateTime(language, appointment.startsAt)}</bdi> },
                { label: t('common.clinic'), value: clinicName(placed, appointment, language) },
                ...(appointment.practitioner === null
                  ? []
                  : [{ label: t('common.care-provider'), value: appointment.practitioner }]),
                { label: t('common.category'), value: kindText(t, appointment) },
                ...(visiting ? [{ label: t('common.location'), value: whereText(t, placed, appointment) ?? '' }] : []),
              ]}
            />
          </Card>
          {visiting && location !== undefined && (
            <Card id="route" title={t('appointments.route')}>
              <p>
                <bdi>
                  {organisation.about.name}, {location.name}
                </bdi>
                <br />
                <bdi>{location.address.street}</bdi>
                <br />
                <bdi>
                  {location.address.postalCode} {location.address.city}
                </bdi>
              </p>
              <p>{inLanguage(location.route, language)}</p>
              <p>
                {t.rich('appointments.location-phone', {
                  phone: (
                    <Link href={`tel:${location.phone.replace(/\s/g, '')}`}>
                      {location.phone.replaceAll(' ', '\u00a0')}
                    </Link>
                  ),
                })}
              </p>
            </Card>
          )}
        </Column>
        <Column>
          {visiting && coming && (
            <Card id="meenemen" title={t('appointments.bring')}>
              <IconList
                items={[
                  { icon: 'id', text: t('appointments.bring-identity') },
                  { icon: 'pill', text: t('appointments.bring-medicines') },
                ]}
              />
            </Card>
          )}
          <WhomToCall visit={visit} purpose="appointments" clinic={appointment.clinic} />
        </Column>
      </Columns>
    </Wrap>
  );
}
