import { z } from 'zod';
import { type EmployeeAssertion, signInFailure } from './assertion';
import type { Profile } from './profile';

const employeeClaims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(200),
  organisation: z.string().min(1),
  roles: z.array(z.string()),
  clinics: z.array(z.string()).default([]),
  function: z.string().trim().min(1).max(200).optional(),
});

/**
 * An organisation's own identity provider. Roles and clinics come from it at every sign-in; which of them exist, and
 * whether the organisation is this one, is for the caller to decide.
 */
export function employee(options: { encryptedIdToken?: boolean } = {}): Profile<EmployeeAssertion> {
  return {
    encryptedIdToken: options.encryptedIdToken ?? false,
    read(claims) {
      const parsed = employeeClaims.safeParse(claims);
      if (!parsed.success) {
        const missing = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
        return signInFailure('failed', `claims missing or malformed: ${missing}`);
      }
      const { sub, name, organisation, roles, clinics, function: work } = parsed.data;
      return {
        kind: 'employee',
        subject: sub,
        name,
        roles,
        clinics,
        organisation,
        ...(work !== undefined && { function: work }),
      };
    },
  };
}
