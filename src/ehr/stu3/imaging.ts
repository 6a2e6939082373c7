import { type JsonObject, objectsOf, textOf } from '../json';
import { contextAsEncounter, inTurn, type Mapping, renamed, required, without } from './parts';

/** How DICOM's numbers are told in R4: an identifier of the study, a code of the kind of picture. */
const DICOM_UID = 'urn:dicom:uid';

/** Pictures. R4 requires a status; whether they are at hand is kept. */
export const imagingStudy: Mapping = inTurn(
  contextAsEncounter,
  (source) => renamed(source, { patient: 'subject', modalityList: 'modality', reason: 'reasonCode' }),
  (source) => required(source, 'status', 'available'),
  (source) => {
    const uid = textOf(source.uid);
    const numbers = [
      ...(uid === undefined ? [] : [{ system: DICOM_UID, value: uid }]),
      ...objectsOf(source.accession),
      ...objectsOf(source.identifier),
    ];
    return { ...without(source, 'uid', 'accession'), ...(numbers.length > 0 && { identifier: numbers }) };
  },
  (source) => (source.series === undefined ? source : { ...source, series: objectsOf(source.series).map(series) }),
);

/** A UID is an id in R4: without `urn:oid:` before it. */
const plainUid = (source: JsonObject): JsonObject =>
  textOf(source.uid) === undefined ? source : { ...source, uid: String(source.uid).replace(/^urn:oid:/, '') };

function series(source: JsonObject): JsonObject {
  const performer = objectsOf(source.performer).map((actor) => ({ actor }));
  const instance = objectsOf(source.instance).map((one): JsonObject => {
    const kind = textOf(one.sopClass);
    const coding = { system: 'urn:ietf:rfc:3986', code: kind };
    return { ...plainUid(one), ...(kind !== undefined && { sopClass: coding }) };
  });
  return {
    ...plainUid(source),
    ...(performer.length > 0 && { performer }),
    ...(instance.length > 0 && { instance }),
  };
}
