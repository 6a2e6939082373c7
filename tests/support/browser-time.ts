import type { Page } from '@playwright/test';
import { hashToken } from '../../src/access/sessions';
import { onDatabase } from './marks';

const SESSIONS = { '__Host-patient': 'patient_session', '__Host-staff': 'staff_session' } as const;

/**
 * Lets minutes pass for the session of this browser, as if nobody had touched it: the browser's own clock is left as
 * it is. An organisation's limit then ends the session.
 */
export async function leaveAlone(page: Page, minutes: number): Promise<void> {
  const data = process.env.INZAGE_E2E_DATA;
  if (data === undefined) throw new Error('the program of the browser tests was not started by browser-program.ts');
  const cookies = await page.context().cookies();
  for (const [name, table] of Object.entries(SESSIONS)) {
    const cookie = cookies.find((one) => one.name === name);
    if (cookie === undefined) continue;
    const { rowCount } = await onDatabase(data, (client) =>
      client.query(`UPDATE ${table} SET seen_at = seen_at - make_interval(mins => $1) WHERE token_hash = $2`, [
        minutes,
        hashToken(cookie.value),
      ]),
    );
    if (rowCount === 1) return;
  }
  throw new Error('this browser has no session');
}
