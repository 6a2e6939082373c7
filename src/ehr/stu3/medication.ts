/** Medication and its building blocks: medicatieafspraak, toedieningsafspraak, medicatiegebruik, verstrekkingsverzoek. */
import { isObject, type JsonObject, objectsOf, textOf } from '../json';
import { withDosage } from './dosage';
import { extended, kept } from './keep';
import {
  contextAsEncounter,
  inTurn,
  type Mapping,
  notDone,
  renamed,
  requesterAsAgent,
  required,
  without,
} from './parts';

/** A medicatieafspraak or verstrekkingsverzoek. Its status was optional: 'unknown' then. */
export const medicationRequest: Mapping = inTurn(
  contextAsEncounter,
  (source) => requesterAsAgent(source, 'MedicationRequest'),
  (source) => withDosage(source, 'dosageInstruction'),
  (source) => {
    const { substitution } = source;
    return isObject(substitution)
      ? { ...source, substitution: renamed(substitution, { allowed: 'allowedBoolean' }) }
      : source;
  },
  (source) => required(source, 'status', 'unknown'),
);

/** A toedieningsafspraak or verstrekking. */
export const medicationDispense: Mapping = inTurn(
  (source) => withDosage(source, 'dosageInstruction'),
  (source) => notDone(source, 'notDone', 'declined', 'MedicationDispense'),
  (source) =>
    renamed(source, {
      notDoneReasonCodeableConcept: 'statusReasonCodeableConcept',
      notDoneReasonReference: 'statusReasonReference',
    }),
  (source) => required(source, 'status', 'unknown'),
);

/** Medicatiegebruik: what somebody really takes. 'Not taken' is a status in R4. */
export const medicationStatement: Mapping = inTurn(
  (source) => withDosage(source, 'dosage'),
  (source) => renamed(source, { reasonNotTaken: 'statusReason' }),
  (source) => {
    const taken = textOf(source.taken);
    if (taken === undefined) return source;
    const before = taken === 'n' ? kept('MedicationStatement.status', source.status) : [];
    return extended({ ...without(source, 'taken'), ...(taken === 'n' && { status: 'not-taken' }) }, [
      ...kept('MedicationStatement.taken', taken, source._taken),
      ...before,
    ]);
  },
);

export const medicationAdministration: Mapping = inTurn(
  (source) => notDone(source, 'notGiven', 'not-done', 'MedicationAdministration'),
  (source) => renamed(source, { reasonNotGiven: 'statusReason', prescription: 'request' }),
);

/** R4 has one batch, and the strength of an ingredient instead of its amount. */
export const medication: Mapping = (source) => {
  const ingredient = objectsOf(source.ingredient).map((part): JsonObject => renamed(part, { amount: 'strength' }));
  const box = isObject(source.package) ? source.package : {};
  const [batch] = objectsOf(box.batch);
  const rest = without(box, ...(objectsOf(box.batch).length === 1 ? ['batch'] : []));
  return {
    ...without(source, 'package'),
    ...(ingredient.length > 0 && { ingredient }),
    ...(Object.keys(rest).length > 0 && { package: rest }),
    ...(batch !== undefined && objectsOf(box.batch).length === 1 && { batch }),
  };
};
