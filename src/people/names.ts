/** How a person is called, in the parts that Dutch administrations keep apart. */
export interface NameParts {
  /** Surname as the person uses it, without the prefix of its first part: 'Putten-van der Giessen'. */
  readonly family: string;
  /** 'van', 'van der', … */
  readonly prefix: string | null;
  /** With a dot after each: 'J.P.M.' */
  readonly initials: string | null;
  /** What the person is called daily: 'Jo'. */
  readonly given: string | null;
}

/** 'J.P.M. van Putten-van der Giessen'. Without initials the given name stands in front. */
export function fullName(name: NameParts): string {
  return [name.initials ?? name.given, name.prefix, name.family].filter(Boolean).join(' ');
}

/** As lists sort and show it: 'Putten-van der Giessen, J.P.M. van'. */
export function listName(name: NameParts): string {
  const front = [name.initials ?? name.given, name.prefix].filter(Boolean).join(' ');
  return front === '' ? name.family : `${name.family}, ${front}`;
}

/** Two letters for the round mark beside a name: 'WT'. */
export function monogram(name: NameParts): string {
  const first = (name.initials ?? name.given ?? '').charAt(0);
  return `${first}${name.family.charAt(0)}`.toLocaleUpperCase('nl');
}

/**
 * The key of the desk's search: lower case, without marks, without anything but letters, digits, spaces and hyphens:
 * 'Yılmaz' → 'yilmaz', 'Groß' → 'gross', 'O’Brien' → 'obrien'.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const LETTERS: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
