/** Insurance and questionnaires. */
import { isObject, type JsonObject, objectsOf, textAt, textOf } from '../json';
import { contextAsEncounter, inTurn, type Mapping, renamed, required, without } from './parts';

const CLASSES = ['group', 'subGroup', 'plan', 'subPlan', 'class', 'subClass'] as const;

/** R4 requires a status: what a source hands out is in force, its period says when. Groups and plans are classes. */
export const coverage: Mapping = inTurn(
  (source) => required(source, 'status', 'active'),
  (source) => {
    const { grouping } = source;
    if (!isObject(grouping)) return source;
    const classes = CLASSES.flatMap((name): JsonObject[] => {
      const value = textOf(grouping[name]);
      if (value === undefined) return [];
      const code = name.toLowerCase();
      const type = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code }] };
      const display = textOf(grouping[`${name}Display`]);
      return [{ type, value, ...(display !== undefined && { name: display }) }];
    });
    const told = classes.length === 0 ? [] : CLASSES.filter((name) => textOf(grouping[name]) !== undefined);
    const rest = without(grouping, ...told, ...told.map((name) => `${name}Display`));
    return { ...source, class: classes, grouping: rest };
  },
);

/** Which questionnaire is an address in R4. */
export const questionnaireResponse: Mapping = inTurn(
  contextAsEncounter,
  (source) => renamed(source, { parent: 'partOf' }),
  (source) => {
    const address = textAt(source, 'questionnaire', 'reference');
    return isObject(source.questionnaire) && address !== undefined ? { ...source, questionnaire: address } : source;
  },
);

/** Several in R4. */
export const familyMemberHistory: Mapping = (source) => {
  const absent = objectsOf(source.notDoneReason)[0];
  return absent === undefined ? source : { ...without(source, 'notDoneReason'), dataAbsentReason: absent };
};
