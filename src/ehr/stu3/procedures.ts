/** What was done, and what was asked to be done. */
import { isObject, listOf, objectsOf, textAt } from '../json';
import {
  contextAsEncounter,
  EVENT_STATUS,
  inTurn,
  type Mapping,
  notDone,
  REQUEST_STATUS,
  recoded,
  renamed,
  requesterAsAgent,
  required,
  without,
} from './parts';

export const procedure: Mapping = inTurn(
  contextAsEncounter,
  (source) => recoded(source, 'status', EVENT_STATUS),
  (source) => notDone(source, 'notDone', 'not-done', 'Procedure'),
  (source) => renamed(source, { notDoneReason: 'statusReason' }),
  (source) =>
    source.performer === undefined
      ? source
      : { ...source, performer: objectsOf(source.performer).map((part) => renamed(part, { role: 'function' })) },
);

const asked = (type: string): Mapping =>
  inTurn(
    contextAsEncounter,
    (source) => requesterAsAgent(source, type),
    (source) => recoded(source, 'status', REQUEST_STATUS),
  );

/** R4 has one type for both requests of STU3. */
export const procedureRequest: Mapping = inTurn(asked('ProcedureRequest'), (source) => ({
  ...source,
  resourceType: 'ServiceRequest',
}));

/** A referral. The first thing asked is its code, more of them its details; who is asked performs. */
export const referralRequest: Mapping = inTurn(asked('ReferralRequest'), (source) => {
  const [code, ...more] = listOf(source.serviceRequested);
  return {
    ...renamed(without(source, 'serviceRequested', 'description'), {
      groupIdentifier: 'requisition',
      type: 'category',
      specialty: 'performerType',
      recipient: 'performer',
    }),
    resourceType: 'ServiceRequest',
    ...(code !== undefined && { code }),
    ...(more.length > 0 && { orderDetail: more }),
    ...(source.description !== undefined && {
      note: [...objectsOf(source.note), { text: source.description }],
    }),
  };
});

/** Its intent is a code in R4, no longer a concept. */
export const deviceRequest: Mapping = inTurn(asked('DeviceRequest'), (source) => {
  const code = textAt(source, 'intent', 'coding', 'code');
  return isObject(source.intent) && code !== undefined ? { ...source, intent: code } : source;
});

export const nutritionOrder: Mapping = inTurn(
  (source) => required(source, 'intent', INTENTS[String(source.status)] ?? 'order'),
  (source) =>
    recoded(
      source,
      'status',
      { proposed: 'draft', planned: 'draft', requested: 'active', cancelled: 'revoked' },
      'NutritionOrder.status',
    ),
);

/** Before R4 the status said how firm a diet was meant. */
const INTENTS: Readonly<Record<string, string>> = { proposed: 'proposal', planned: 'plan' };
