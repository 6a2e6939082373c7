/** Encounters, episodes and appointments. */
import { objectsOf } from '../json';
import { inTurn, type Mapping, renamed, required } from './parts';

/** Its class was optional. */
export const encounter: Mapping = inTurn(
  (source) => renamed(source, { reason: 'reasonCode', incomingReferral: 'basedOn' }),
  (source) =>
    source.diagnosis === undefined
      ? source
      : { ...source, diagnosis: objectsOf(source.diagnosis).map((part) => renamed(part, { role: 'use' })) },
  (source) => required(source, 'class', { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' }),
);

export const appointment: Mapping = (source) =>
  renamed(source, { reason: 'reasonCode', indication: 'reasonReference', incomingReferral: 'basedOn' });
