/** What several pages say of one appointment. */
import type { ComponentChildren } from 'preact';
import type { Visit } from '../../house';
import { inLanguage, type Location } from '../../organisations';
import { Card, type IconName, Link, telephone } from '../../ui';
import { appointmentsPolicy } from '../policy';
import { directionsTo, instructionParts, toBring } from '../rules';
import type { Appointment } from '../store';
import { clinicName, insideText, type Placed, placeOf } from '../words';

/** Instructions as the source wrote them, line by line. */
export function Instructions({ text }: { text: string }): ComponentChildren {
  return instructionParts(text).map((part) =>
    typeof part === 'string' ? (
      <p lang="nl" dir="auto">
        {part}
      </p>
    ) : (
      <ul class="pp-dots" lang="nl" dir="auto">
        {part.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    ),
  );
}

const BRING_ICON: Record<'identity' | 'insurance' | 'referral' | 'medicines' | 'own', IconName> = {
  identity: 'id',
  insurance: 'credit-card',
  referral: 'file-text',
  medicines: 'pill',
  own: 'check',
};

/** AP-11 in words. */
export const bringItems = ({ t, language, organisation }: Visit, appointment: Appointment) =>
  toBring(appointmentsPolicy.of(organisation.policy), appointment).map((item) => ({
    icon: BRING_ICON[item.what],
    text: item.what === 'own' ? inLanguage(item.text, language) : t(`appointments.bring-${item.what}`),
  }));

export const Phone = ({ number }: { number: string }) => (
  <Link href={telephone(number)}>{number.replaceAll(' ', '\u00a0')}</Link>
);

/** The address on lines, as on an envelope. */
export function Address({ visit: { t, organisation }, location }: { visit: Visit; location: Location }) {
  const { name, address } = location;
  return (
    <>
      <bdi lang="nl">{organisation.about.name}</bdi>, {t('appointments.location-inline', { location: name })}
      <br />
      <bdi lang="nl">{address.street}</bdi>
      <br />
      <bdi lang="nl">
        {address.postalCode.replace(' ', '\u00a0')} {address.city}
      </bdi>
    </>
  );
}

/**
 * From the street to the room: what the organisation wrote down of the way to its clinic, else the clinic's place in the
 * building. Who is admitted or operated goes to where the source says, not to the clinic.
 */
export function waySteps(visit: Visit, appointment: Appointment, location: Location) {
  const { t, language, organisation } = visit;
  const placed = placeOf(organisation, appointment);
  const place = t('appointments.location-inline', { location: location.name });
  const street = {
    title: t('appointments.step-building', { place: `${organisation.about.name}, ${place}` }),
    text: (
      <>
        <bdi lang="nl">{location.address.street}</bdi>,{' '}
        <bdi lang="nl">
          {location.address.postalCode.replace(' ', '\u00a0')} {location.address.city}
        </bdi>
        <br />
        {inLanguage(location.route, language)}
      </>
    ),
  };
  return [street, ...insideSteps(visit, appointment, placed)];
}

function insideSteps({ t, language, organisation }: Visit, appointment: Appointment, placed: Placed) {
  const { clinic, location } = placed;
  const { place, kind } = appointment;
  const room = place === null ? [] : [{ title: t('appointments.step-room', { place }), text: undefined }];
  if (kind !== 'visit') return room;
  const here = clinic?.location === location?.slug;
  const written = here ? directionsTo(appointmentsPolicy.of(organisation.policy), appointment.clinic) : [];
  const inside = insideText(placed, appointment, language);
  if (written.length === 0)
    return inside === undefined
      ? []
      : [{ title: t('appointments.step-inside', { clinic: clinicName(placed, appointment, t) }), text: inside }];
  const steps = written.map(({ title, text }) => ({
    title: inLanguage(title, language),
    text: text && inLanguage(text, language),
  }));
  return [...steps, ...room];
}

/** AP-01: what the portal does not show is named, with the reason. */
export function NotShown({ visit: { t, language, organisation } }: { visit: Visit }) {
  const { notShown } = appointmentsPolicy.of(organisation.policy);
  if (notShown.length === 0) return null;
  return (
    <Card id="niet-hier" title={t('appointments.not-shown')}>
      {notShown.map(({ name, why }) => (
        <p>
          <b>{inLanguage(name, language)}</b>
          <br />
          {inLanguage(why, language)}
        </p>
      ))}
    </Card>
  );
}

/** 'dr. S. Okafor, Orthopedie': a name with a function is in the source's language. */
export function Who({ visit: { t, organisation }, appointment }: { visit: Visit; appointment: Appointment }) {
  const clinic = clinicName(placeOf(organisation, appointment), appointment, t);
  if (appointment.practitioner === null) return <>{clinic}</>;
  return (
    <>
      <span lang="nl">{appointment.practitioner}</span>, {clinic}
    </>
  );
}
