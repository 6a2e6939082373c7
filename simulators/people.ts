import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const person = z.object({
  userName: z.string().min(1),
  password: z.string().min(1),
  bsn: z.string().refine(isPracticeBsn, 'must be a practice BSN'),
  note: z.object({ nl: z.string(), en: z.string() }),
  means: z.array(z.enum(['sms', 'app', 'app-document'])).min(1),
});

/** How a person can sign in: a code by SMS, an app with a PIN, or that app after a check of the identity document. */
export type Means = Person['means'][number];
/** All that the simulated DigiD knows of a person; the real one hands out no more than the BSN. */
export type Person = z.infer<typeof person>;

export const allMeans: readonly Means[] = ['app', 'app-document', 'sms'];

/** A handful of invented people, for trying the simulator without the demo's own list. */
const handful: Person[] = [
  {
    userName: 'w.tromp',
    password: 'oefenen',
    bsn: '999990019',
    note: { nl: 'De heer W. Tromp, 78 jaar', en: 'Mr W. Tromp, 78 years old' },
    means: ['sms', 'app', 'app-document'],
  },
  {
    userName: 'e.tromp',
    password: 'oefenen',
    bsn: '999990032',
    note: { nl: 'Mevrouw E. Tromp, 41 jaar', en: 'Mrs E. Tromp, 41 years old' },
    means: ['sms', 'app', 'app-document'],
  },
  {
    userName: 'g.haddad',
    password: 'oefenen',
    bsn: '999990056',
    note: { nl: 'Mevrouw G. Haddad, 68 jaar, alleen sms', en: 'Mrs G. Haddad, 68 years old, text message only' },
    means: ['sms'],
  },
];

/**
 * The people in a JSON file, or the handful when the file does not exist. A file that is not such a list, or that
 * holds a BSN that may be a real one, is refused.
 */
export function loadPeople(file?: string): Person[] {
  if (!file || !existsSync(file)) return handful;
  return z.array(person).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Who signs in with this user name and password. A practice BSN as user name needs no password: so everybody that was
 * imported can sign in, in every way. Undefined when name and password do not fit.
 */
export function findPerson(people: readonly Person[], userName: string, password: string): Person | undefined {
  const name = userName.trim().toLowerCase();
  const known = people.find((one) => one.userName.toLowerCase() === name);
  if (known) return known.password === password.trim() ? known : undefined;
  if (!isPracticeBsn(name)) return undefined;
  return { userName: name, password: '', bsn: name, note: { nl: '', en: '' }, means: [...allMeans] };
}

/**
 * A BSN that is nobody's (the simulator keeps this fence itself, as DigiD would know its own numbers): passes the 11-test and starts with 9999, or is the published example 111222333.
 */
export function isPracticeBsn(text: string): boolean {
  if (!/^9999[0-9]{5}$/.test(text) && text !== '111222333') return false;
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}
