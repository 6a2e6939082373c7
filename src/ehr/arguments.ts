import type { FhirVersion } from './stu3/version';

/** What was asked for on the command line. */
export interface ImportArguments {
  readonly paths: readonly string[];
  readonly organisation: string;
  readonly source: string;
  readonly report: string | undefined;
  /** A folder of profiles to compare with. */
  readonly profiles: string | undefined;
  readonly bsnVerified: boolean;
  /** The version that all is of; `auto` looks. */
  readonly fhir: FhirVersion | 'auto';
  /** Whose all of it is: a BSN or patient number, for a source that masks who its patient is. */
  readonly patient: string | undefined;
}

const OPTIONS = ['--organisation', '--source', '--report', '--profiles', '--fhir', '--patient'] as const;
const VERSIONS = ['auto', 'r4', 'stu3'] as const;
type Option = (typeof OPTIONS)[number];

const isOption = (word: string): word is Option => (OPTIONS as readonly string[]).includes(word);

/** Reads the words after `import`. Answers what is wrong as the word that it is about. */
export function parseArguments(words: readonly string[]): ImportArguments | { readonly wrong: string } {
  const values: Partial<Record<Option, string>> = {};
  const paths: string[] = [];
  let bsnVerified = true;
  for (let place = 0; place < words.length; place++) {
    const [word = '', joined] = split(words[place] ?? '');
    if (word === '--bsn-not-verified') bsnVerified = false;
    else if (isOption(word)) {
      const value = joined ?? words[++place];
      if (value === undefined || value.startsWith('--')) return { wrong: word };
      values[word] = value;
    } else if (word.startsWith('--')) return { wrong: word };
    else paths.push(words[place] ?? '');
  }
  const organisation = values['--organisation'];
  const source = values['--source'] ?? 'ehr';
  if (organisation === undefined) return { wrong: '--organisation' };
  if (!/^[a-z0-9][a-z0-9.-]{0,40}$/.test(source)) return { wrong: '--source' };
  if (paths.length === 0) return { wrong: 'bestanden' };
  const fhir = VERSIONS.find((version) => version === (values['--fhir'] ?? 'auto'));
  if (fhir === undefined) return { wrong: '--fhir' };
  const { '--report': report, '--profiles': profiles, '--patient': patient } = values;
  return { paths, organisation, source, report, profiles, bsnVerified, fhir, patient };
}

/** `--source=x` as `--source` and `x`. */
function split(word: string): readonly string[] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
}
