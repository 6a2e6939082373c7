import { clientsOf } from '../clients';
import { staffClaims } from '../employees';
import { noticePage } from '../page';
import { runSimulator, type Simulator, type SimulatorSetting } from '../simulator';
import { sayIn } from '../texts';
import { STAFF_CLIENT, staffPages } from './pages';

/** The identity providers of all organisations in one: who works there, with which roles and at which clinics. */
export function startStaffLogin(setting: SimulatorSetting): Promise<Simulator> {
  const say = sayIn('nl');
  return runSimulator(setting, {
    clients: clientsOf(setting, { prefix: STAFF_CLIENT, path: '/werkplek/inloggen/terug' }),
    acrValues: [],
    claims: ['name', 'organisation', 'roles', 'clinics', 'function'],
    claimsOf: staffClaims,
    errorPage: (sheets, code) =>
      noticePage({ kind: 'staff', language: 'nl', sheets }, say('refused-title'), say('refused-text', { code })),
    pages: staffPages,
  });
}
