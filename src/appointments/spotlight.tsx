import type { Visit } from '../house';
import { addDays, dateIn } from '../platform/time';
import { NextAppointment } from '../ui';
import { Who } from './pages/parts';
import { instructionParts, isOnSite, phaseOf } from './rules';
import type { Appointment } from './store';
import { dateParts, kindIcon, placeOf, stateText, timeText, whereText } from './words';

interface SpotlightProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly at: Date;
  readonly eyebrow: string;
  /** On its own page: its title is the page's, and what to prepare stands elsewhere. */
  readonly alone?: boolean;
  readonly actions?: readonly { href: string; label: string }[];
}

/** The dark card of one appointment. */
export function Spotlight({ visit, appointment, at, eyebrow, alone = false, actions }: SpotlightProps) {
  const { t } = visit;
  const state = stateText(t, appointment, at);
  const off = phaseOf(appointment, at) === 'off';
  return (
    <NextAppointment
      id="afspraak"
      heading={alone ? 'h1' : 'h2'}
      off={off}
      date={dateParts(t, appointment.startsAt)}
      eyebrow={eyebrow}
      title={<span lang="nl">{appointment.title}</span>}
      facts={facts(visit, appointment)}
      preparation={alone || off ? undefined : preparation(visit, appointment)}
      state={state === undefined ? undefined : { label: state, icon: off ? 'circle-x' : 'clock' }}
      actions={actions}
    />
  );
}

function facts(visit: Visit, appointment: Appointment) {
  const { t, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const where = whereText(t, placed, appointment);
  return [
    { icon: 'clock' as const, text: timeText(t, appointment) },
    { icon: 'stethoscope' as const, text: <Who visit={visit} appointment={appointment} /> },
    ...(isOnSite(appointment)
      ? where === undefined
        ? []
        : [{ icon: 'map-pin' as const, text: where }]
      : [
          {
            icon: kindIcon[appointment.kind],
            text: t(`appointments.remote-${appointment.kind as 'phone' | 'video' | 'home'}`),
          },
        ]),
  ];
}

/** As much of it as fits in the card: the first words; the appointment's own page has them all. */
function preparation({ t }: Visit, { instructions }: Appointment) {
  const parts = instructionParts(instructions ?? '');
  const sentences = parts.filter((part) => typeof part === 'string');
  const words = (sentences.length > 0 ? sentences : parts.flat()).join(' ');
  if (words === '') return undefined;
  const cut = words.length <= 180 ? words : words.slice(0, 180).replace(/\s+\S*$/, '');
  const short = cut.length < words.length || sentences.length < parts.length ? `${cut} …` : cut;
  return (
    <>
      <b>{t('appointments.prepare')}</b> <span lang="nl">{short}</span>
    </>
  );
}

/** 'Vandaag' says more than a date. */
export function nextEyebrow({ t }: Visit, appointment: Appointment, at: Date): string {
  const phase = phaseOf(appointment, at);
  if (phase === 'now' || phase === 'today') return t(`appointments.next-${phase}`);
  if (phase === 'off') return t('appointments.next-none');
  return t(
    dateIn(appointment.startsAt) === addDays(dateIn(at), 1) ? 'appointments.next-tomorrow' : 'appointments.next',
  );
}
