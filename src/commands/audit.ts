import { auditVerify } from '../access';
import type { Command } from './command';

/** PS-02: see `auditVerify`. Status 2 when something does not fit. */
export const auditVerifyCommand: Command = {
  usage: auditVerify.usage,
  about: auditVerify.about,
  async run(words, { keys, workerPool, wallClock, say }) {
    const [pool, { auditHmac }] = [await workerPool(), await keys()];
    return auditVerify.run(words, { pool, key: auditHmac, now: wallClock.now(), say });
  },
};
