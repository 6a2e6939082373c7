import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { conceptText, type Said } from './concept';
import { dateTimeText, periodText } from './moment';
import { quantityText, rangeText, ratioText } from './quantity';

/** The value of an observation or of a part of it, in words; undefined where it has none. */
export function valueText(t: Translate, observation: Observation | ObservationComponent): Said | undefined {
  const words =
    quantityText(t, observation.valueQuantity) ??
    (observation.valueInteger === undefined ? undefined : quantityText(t, { value: observation.valueInteger })) ??
    rangeText(t, observation.valueRange) ??
    ratioText(t, observation.valueRatio) ??
    (observation.valueBoolean === undefined ? undefined : t(observation.valueBoolean ? 'common.yes' : 'common.no')) ??
    (observation.valueString?.trim() || undefined) ??
    (observation.valueDateTime === undefined ? undefined : dateTimeText(t, observation.valueDateTime)) ??
    periodText(t, observation.valuePeriod) ??
    observation.valueTime;
  if (words !== undefined) return { text: words };
  return conceptText(observation.valueCodeableConcept);
}

/** Why there is no value, where the source says so. */
export const absentText = ({ dataAbsentReason }: Observation | ObservationComponent): Said | undefined =>
  conceptText(dataAbsentReason);
