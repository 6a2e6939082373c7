import type { Visit } from '../house';
import { organisationPolicy, recordPolicy } from '../organisations';
import { formatDate } from '../platform/time';

type Asked = Pick<Visit, 't' | 'organisation' | 'base'>;

/** The care team reads what the patient sees. */
const reader = ({ base }: Asked) => (base.startsWith('/werkplek/') ? 'patient' : 'you');

/**
 * DO-10, RE-12: from which date the record is shown, a sentence per location, and that the care team has what is older;
 * one sentence where it is all shown.
 */
export function startsInWords(visit: Asked): string[] {
  const { t, organisation } = visit;
  const { locations } = organisationPolicy.of(organisation.policy);
  const { shownFrom } = recordPolicy.of(organisation.policy);
  if (shownFrom.length === 0) return [t('zib.start-none', { reader: reader(visit) })];
  const sentences = shownFrom.map(({ location, from }) => {
    const date = formatDate(t.language, from);
    const place = locations.find(({ slug }) => slug === location);
    return place === undefined
      ? t('zib.start-all', { reader: reader(visit), date })
      : t('zib.start-at', { reader: reader(visit), location: place.name, date });
  });
  return reader(visit) === 'you' ? [...sentences, t('zib.start-care-team')] : sentences;
}

/** DO-10: every part of the record says from which date it is shown. */
export function RecordStart({ visit }: { visit: Visit }) {
  return (
    <div class="pp-small pp-muted">
      {startsInWords(visit).map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  );
}
