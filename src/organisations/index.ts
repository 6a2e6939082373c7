/** What an organisation is and decides: its policy, in sections that the rooms define, and whom to call. */

export { type Bilingual, bilingual, inLanguage } from './bilingual';
export { outOfHours, type WhomToCall, whomToCall } from './contact';
export { describeHours, isOpen, type OpeningHours, openingHours } from './hours';
export {
  type Clinic,
  type Contact,
  type ContactPurpose,
  calendarDate,
  type Location,
  type OrganisationPolicy,
  organisationPolicy,
  type RecordPolicy,
  recordPolicy,
  recordStart,
  slug,
  unknownLocation,
} from './policy';
export { presetJson, presetSlugs } from './presets';
export { loadOrganisations, type Organisation, type Organisations } from './registry';
export {
  composePolicy,
  definePolicySection,
  type Policy,
  PolicyError,
  type PolicyProblem,
  type PolicySection,
  problem,
} from './section';
export { styleOf } from './style';
