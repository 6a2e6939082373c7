import type { IdentityOptions } from './identities';
import type { ImportPolicy } from './policy';
import type { SourceKey } from './references';

/** What a batch is stored with. */
export interface BatchOptions extends IdentityOptions {
  readonly policy: ImportPolicy;
  /** Patients of the source that this run refused: with `named`, what names them is nobody's. */
  readonly refusedPatients?: ReadonlySet<SourceKey>;
  /**
   * Everything but the directory is new, and nothing of before waits for it: what the batch holds itself is not asked
   * of the database, and rows go in by COPY. Same rules, other way of writing.
   */
  readonly bulk?: boolean;
}
