import { z } from 'zod';
import { bilingual, definePolicySection, problem } from '../organisations';

const schema = z
  .strictObject({
    methods: z.array(z.enum(['digid', 'account'])).min(1),
    /** The lowest level of DigiD that is let in; the answer is checked for it (IN-01). */
    digidLevel: z.enum(['midden', 'substantieel', 'hoog']),
    /** IN-06, IN-07: how an organisation account begins. */
    accountActivation: z.array(z.enum(['sms', 'letter-code', 'letter-credentials'])),
    /** IN-03: what a patient whose BSN nobody verified yet can do. */
    unverifiedBsn: z.enum(['limited', 'none']),
    /** IN-02: for somebody whom the organisation does not know. */
    howToRegister: bilingual,
    /** IN-03: why and where a BSN is verified, or the identity checked. */
    howToVerify: bilingual,
    ownAccountFrom: z.int().min(12).max(18),
    under12Digid: z.enum(['appointments', 'none']),
    /** IN-12. */
    idleMinutes: z.int().min(2).max(30),
    absoluteHours: z.int().min(1).max(24),
  })
  .refine(({ methods, accountActivation }) => methods.includes('account') === accountActivation.length > 0, {
    path: ['accountActivation'],
    ...problem(
      'Noem hier hoe een account begint, en alleen als inloggen met een account kan',
      'must say how an account begins, and only where one can sign in with an account',
    ),
  });

export type SignInPolicy = z.output<typeof schema>;

/** How people sign in. */
export const signInPolicy = definePolicySection('signIn', schema);
