import type { IdentityOptions } from './identities';
import type { ImportPolicy } from './policy';

/** What a batch is stored with. */
export interface BatchOptions extends IdentityOptions {
  readonly policy: ImportPolicy;
}
