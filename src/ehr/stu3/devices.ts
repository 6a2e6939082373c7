import { isObject, type JsonObject, objectsOf } from '../json';
import { type Mapping, renamed, without } from './parts';

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';

/** The use of a medical aid. Why is an element of its own in R4. */
export const deviceUseStatement: Mapping = (source) => {
  const why = new Set([`${NICTIZ}deviceUseStatement-reasonReferenceSTU3`, `${NICTIZ}zib-MedicalDevice-Problem`]);
  const reasons = objectsOf(source.extension).filter(
    ({ url, valueReference }) => why.has(String(url)) && valueReference,
  );
  const extension = objectsOf(source.extension).filter((one) => !reasons.includes(one));
  return {
    ...renamed(without(source, 'extension'), { whenUsed: 'timingPeriod', indication: 'reasonCode' }),
    ...(extension.length > 0 && { extension }),
    ...(reasons.length > 0 && { reasonReference: reasons.map(({ valueReference }) => valueReference) }),
  };
};

/** R4 has several bar codes, names and versions, each in an object. */
export const device: Mapping = (source) => {
  const udi = isObject(source.udi) ? source.udi : undefined;
  const names: JsonObject[] = [
    ...(udi?.name === undefined ? [] : [{ name: udi.name, type: 'udi-label-name' }]),
    ...(source.name === undefined ? [] : [{ name: source.name, type: 'user-friendly-name' }]),
  ];
  return {
    ...renamed(without(source, 'udi', 'name', 'version'), { model: 'modelNumber' }),
    ...(udi !== undefined && { udiCarrier: [without(udi, 'name')] }),
    ...(names.length > 0 && { deviceName: names }),
    ...(source.version !== undefined && { version: [{ value: source.version }] }),
  };
};
