import { z } from 'zod';
import { definePolicySection } from '../organisations';

const schema = z.strictObject({
  /** How somebody gets access to another's record (PR-01, PR-02). */
  ways: z.array(z.enum(['online', 'desk', 'phone'])).min(1),
  /** Whether an invited person must already have an account here, or anybody can be invited (PR-01). */
  invite: z.enum(['account-holders', 'anybody']),
  /** PR-05. */
  parentAt12: z.enum(['ends', 'goes-on']),
  /** PR-06: at 16 it ends everywhere; in the policy so that it can be read there. */
  parentAt16: z.literal('ends'),
});

export type ProxiesPolicy = z.output<typeof schema>;

/** Access for others: parents and proxies. */
export const proxiesPolicy = definePolicySection('proxies', schema);
