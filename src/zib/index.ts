/**
 * Reading the record: FHIR R4 (nl-core) resources into words that rooms show. Nothing is translated, nothing is made up:
 * words, units and the precision of dates are the source's.
 */
export { Concept, codingText, conceptText, conceptTexts, type Said, SaidList, SaidWords } from './concept';
export { documentWords, noteBlocks, sourceWords } from './document';
export {
  type AnyEntry,
  countOf,
  type Entry,
  type EntryOf,
  type EntryWish,
  type FhirType,
  findResource,
  type ResourceOf,
  resourcesById,
  resourcesOf,
  seen,
} from './entries';
export { displayLanguage } from './language';
export { dateText, dateTimeText, knownDay, type Moment, momentText, periodText } from './moment';
export { Names, namesOf, referencedId } from './names';
export { narrativeText, paragraphsOf } from './narrative';
export { type NoteSection, NoteSections, noteSections, type Soep, soepOf } from './note';
export { EntryFoot, PartPage, type Reader } from './part-page';
export { PatientSees, type Visibility, visibilityOf } from './patient-sees';
export { numberText, quantityText, rangeText, ratioText, unitText } from './quantity';
export { RecordStart, startsInWords } from './record-start';
export { type AuthorAndDate, authorAndDate, SourceLine, sourceName, sourceText } from './source';
export { absentText, valueText } from './value';
