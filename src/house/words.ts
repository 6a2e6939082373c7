/** Words about people that every page needs. */
import type { RecordOwner } from '../access';
import { fullName } from '../people';
import type { Translate } from '../platform/i18n';
import { ageOn, dateIn, formatDate } from '../platform/time';

/** 'De heer W. Tromp', 'Mevrouw …'; without a form of address where the sex is not one of two, and for children. */
export function formalName(t: Translate, owner: RecordOwner, at: Date): string {
  const name = fullName(owner.name);
  const child = owner.birthDate !== null && ageOn(owner.birthDate, dateIn(at)) < 16;
  if (child)
    return [owner.name.given ?? owner.name.initials, owner.name.prefix, owner.name.family].filter(Boolean).join(' ');
  if (owner.sex === 'male') return t('house.name-male', { name });
  if (owner.sex === 'female') return t('house.name-female', { name });
  return name;
}

/** 'meneer Tromp', 'mevrouw Van Dijk', 'Noor': as one is greeted. */
export function greetingName(t: Translate, owner: RecordOwner, at: Date): string {
  const child = owner.birthDate !== null && ageOn(owner.birthDate, dateIn(at)) < 16;
  if (child && owner.name.given !== null) return owner.name.given;
  const prefix =
    owner.name.prefix === null ? '' : `${owner.name.prefix.charAt(0).toUpperCase()}${owner.name.prefix.slice(1)} `;
  const name = `${prefix}${owner.name.family}`;
  if (owner.sex === 'male') return t('house.greeting-male', { name });
  if (owner.sex === 'female') return t('house.greeting-female', { name });
  return fullName(owner.name);
}

export const sexInWords = (t: Translate, sex: RecordOwner['sex']): string => t(`common.gender-${sex}`);

/** '4 118 207': groups of three are read without mistakes. Other shapes stay as they are. */
export function patientNumber(number: string): string {
  return /^\d{6,}$/.test(number) ? number.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : number;
}

export const birthDateInWords = (t: Translate, owner: RecordOwner): string =>
  owner.birthDate === null ? t('common.unknown') : formatDate(t.language, owner.birthDate);
