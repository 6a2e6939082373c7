import { verifySeals } from '../access';
import { withoutScope } from '../platform/database';
import type { Command } from './command';

/** PS-02: computes every seal of the access log again, for each organisation. Status 2 when something does not fit. */
export const auditVerifyCommand: Command = {
  usage: 'audit verify',
  about: 'check that no line of the access log was changed or removed',
  async run(_words, { keys, workerPool, wallClock, say }) {
    const pool = await workerPool();
    const { auditHmac } = await keys();
    const organisations = await withoutScope(pool)
      .selectFrom('organisation')
      .select(['id', 'slug'])
      .orderBy('slug')
      .execute();
    let wrong = 0;
    for (const { id, slug } of organisations) {
      const found = await verifySeals(pool, auditHmac, id, wallClock.now());
      say(
        `${slug}: ${found.events} lines in ${found.seals} seals, ${found.unsealed} not sealed yet, head ${found.head ?? 'none'}`,
      );
      for (const problem of found.problems) say(`  WRONG: ${problem}`);
      wrong += found.problems.length;
    }
    say(wrong === 0 ? 'The access log is whole.' : `${wrong} problems: keep this output and tell the privacy officer.`);
    return wrong === 0 ? 0 : 2;
  },
};
