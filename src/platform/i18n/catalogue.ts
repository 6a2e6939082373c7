import accessEn from '../../../locales/en/access.json';
import accessLogEn from '../../../locales/en/access-log.json';
import appointmentsEn from '../../../locales/en/appointments.json';
import carePlansEn from '../../../locales/en/care-plans.json';
import commonEn from '../../../locales/en/common.json';
import demoEn from '../../../locales/en/demo.json';
import ehrEn from '../../../locales/en/ehr.json';
import emergencyEn from '../../../locales/en/emergency.json';
import gpEn from '../../../locales/en/gp.json';
import homeEn from '../../../locales/en/home.json';
import houseEn from '../../../locales/en/house.json';
import leafletsEn from '../../../locales/en/leaflets.json';
import lettersEn from '../../../locales/en/letters.json';
import medicationEn from '../../../locales/en/medication.json';
import organisationsEn from '../../../locales/en/organisations.json';
import peopleEn from '../../../locales/en/people.json';
import personalEn from '../../../locales/en/personal.json';
import proxiesEn from '../../../locales/en/proxies.json';
import recordEn from '../../../locales/en/record.json';
import registrationEn from '../../../locales/en/registration.json';
import resultsEn from '../../../locales/en/results.json';
import signInEn from '../../../locales/en/sign-in.json';
import staffEn from '../../../locales/en/staff.json';
import summaryEn from '../../../locales/en/summary.json';
import uiEn from '../../../locales/en/ui.json';
import worklistEn from '../../../locales/en/worklist.json';
import zibEn from '../../../locales/en/zib.json';
import accessNl from '../../../locales/nl/access.json';
import accessLogNl from '../../../locales/nl/access-log.json';
import appointmentsNl from '../../../locales/nl/appointments.json';
import carePlansNl from '../../../locales/nl/care-plans.json';
import commonNl from '../../../locales/nl/common.json';
import demoNl from '../../../locales/nl/demo.json';
import ehrNl from '../../../locales/nl/ehr.json';
import emergencyNl from '../../../locales/nl/emergency.json';
import gpNl from '../../../locales/nl/gp.json';
import homeNl from '../../../locales/nl/home.json';
import houseNl from '../../../locales/nl/house.json';
import leafletsNl from '../../../locales/nl/leaflets.json';
import lettersNl from '../../../locales/nl/letters.json';
import medicationNl from '../../../locales/nl/medication.json';
import organisationsNl from '../../../locales/nl/organisations.json';
import peopleNl from '../../../locales/nl/people.json';
import personalNl from '../../../locales/nl/personal.json';
import proxiesNl from '../../../locales/nl/proxies.json';
import recordNl from '../../../locales/nl/record.json';
import registrationNl from '../../../locales/nl/registration.json';
import resultsNl from '../../../locales/nl/results.json';
import signInNl from '../../../locales/nl/sign-in.json';
import staffNl from '../../../locales/nl/staff.json';
import summaryNl from '../../../locales/nl/summary.json';
import uiNl from '../../../locales/nl/ui.json';
import worklistNl from '../../../locales/nl/worklist.json';
import zibNl from '../../../locales/nl/zib.json';

/** Every room's Dutch texts; the keys of all texts follow from these files. One line per room, per language. */
export const nl = {
  access: accessNl,
  'access-log': accessLogNl,
  appointments: appointmentsNl,
  'care-plans': carePlansNl,
  common: commonNl,
  demo: demoNl,
  ehr: ehrNl,
  emergency: emergencyNl,
  gp: gpNl,
  home: homeNl,
  house: houseNl,
  letters: lettersNl,
  medication: medicationNl,
  leaflets: leafletsNl,
  organisations: organisationsNl,
  people: peopleNl,
  personal: personalNl,
  proxies: proxiesNl,
  record: recordNl,
  registration: registrationNl,
  results: resultsNl,
  'sign-in': signInNl,
  staff: staffNl,
  summary: summaryNl,
  ui: uiNl,
  worklist: worklistNl,
  zib: zibNl,
};

/** The same texts in English: a key that is missing here does not compile. */
export const en: Translation<typeof nl> = {
  access: accessEn,
  'access-log': accessLogEn,
  appointments: appointmentsEn,
  'care-plans': carePlansEn,
  common: commonEn,
  demo: demoEn,
  ehr: ehrEn,
  emergency: emergencyEn,
  gp: gpEn,
  home: homeEn,
  house: houseEn,
  letters: lettersEn,
  medication: medicationEn,
  leaflets: leafletsEn,
  organisations: organisationsEn,
  people: peopleEn,
  personal: personalEn,
  proxies: proxiesEn,
  record: recordEn,
  registration: registrationEn,
  results: resultsEn,
  'sign-in': signInEn,
  staff: staffEn,
  summary: summaryEn,
  ui: uiEn,
  worklist: worklistEn,
  zib: zibEn,
};

type Translation<Catalogue> = { [Room in keyof Catalogue]: { [Key in keyof Catalogue[Room]]: string } };

type Rooms = typeof nl;

/** `<room>.<key>` of every text there is. */
export type TextKey = { [Room in keyof Rooms & string]: `${Room}.${keyof Rooms[Room] & string}` }[keyof Rooms & string];
