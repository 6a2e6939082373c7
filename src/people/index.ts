/** Who is who: persons and patients of an organisation, their numbers and names. */
export { demoBsn, isBsn, isDemoBsn } from './bsn';
export { foldName, fullName, listName, monogram, type NameParts } from './names';
export { addPatients, addPerson, findPeople, type KnownPerson, type PatientRecord, updatePatient } from './store';
