import type { IdentityOptions } from './identities';
import type { ImportPolicy } from './policy';
import type { SourceKey } from './references';

/** What a batch is stored with. */
export interface BatchOptions extends IdentityOptions {
  readonly policy: ImportPolicy;
  /** Patients of the source that this run refused: with `named`, what names them is nobody's. */
  readonly refusedPatients?: ReadonlySet<SourceKey>;
}
