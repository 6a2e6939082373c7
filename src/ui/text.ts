import type { ComponentChildren } from 'preact';

/** Words or elements to show, already in the reader's language. */
export type Words = ComponentChildren;

/** Class names in one string; what is false or absent falls out. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Forms of address are not part of a name's initials. */
const TITLES = /^(?:(?:de heer|mevrouw|meneer|dr\.|drs\.|prof\.|mr\.|mrs\.|ms\.)\s+)+/i;

/** 'W. Tromp' → 'WT': first letters of the first and the last word that starts with a capital. */
export function initials(name: string): string {
  const words = name
    .replace(TITLES, '')
    .split(/[\s.]+/)
    .filter((word) => /^\p{Lu}/u.test(word));
  const first = words[0]?.[0] ?? name[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
