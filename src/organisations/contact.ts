import type { Language } from '../platform/i18n';
import { type Bilingual, inLanguage } from './bilingual';
import { describeHours, isOpen, type OpeningHours } from './hours';
import type { Contact, ContactPurpose, OrganisationPolicy } from './policy';

/** Whom to call or mail, ready to be shown. */
export type WhomToCall = {
  name: string;
  phone: string;
  /** For `<a href>`. */
  phoneHref: string;
  email: string | undefined;
  hours: readonly string[];
  atHand: readonly string[];
  /** Whether somebody answers now; undefined where no instant was asked for. */
  open: boolean | undefined;
};

/**
 * HO-06: who helps at a dead end. The clinic's own number when the matter is a clinic's; else the number for this
 * purpose; else the organisation's general one, so that there is always somebody to call. `at` is care time.
 */
export function whomToCall(
  organisation: OrganisationPolicy,
  purpose: ContactPurpose,
  about: { language: Language; clinic?: string; at?: Date },
): WhomToCall {
  const clinic = organisation.clinics.find(({ slug }) => slug === about.clinic);
  const general = organisation.contacts[purpose] ?? organisation.contacts.general;
  const shown = clinic === undefined ? general : { ...clinic, email: undefined, atHand: general.atHand };
  return ready(shown, organisation, about);
}

/** ME-05: who answers when it cannot wait and the organisation is closed; undefined where none is configured. */
export function outOfHours(
  organisation: OrganisationPolicy,
  about: { language: Language; at?: Date },
): WhomToCall | undefined {
  const contact = organisation.contacts.outOfHours;
  return contact === undefined ? undefined : ready(contact, organisation, about);
}

type Callable = {
  name: Bilingual;
  phone: string;
  hours: OpeningHours;
  email?: string | undefined;
  atHand?: Contact['atHand'];
};

function ready(
  contact: Callable,
  organisation: OrganisationPolicy,
  about: { language: Language; at?: Date },
): WhomToCall {
  return {
    name: inLanguage(contact.name, about.language),
    phone: contact.phone.replaceAll(' ', '\u00a0'),
    phoneHref: `tel:${contact.phone.replace(/[^+0-9]/g, '')}`,
    email: contact.email,
    hours: describeHours(about.language, contact.hours),
    atHand: (contact.atHand ?? []).map((item) => inLanguage(item, about.language)),
    open: about.at === undefined ? undefined : isOpen(contact.hours, about.at, organisation.closures),
  };
}
