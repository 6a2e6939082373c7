/** PostgreSQL: pools, transactions with a row-level-security scope, migrations. Knows nothing of care. */

export type { Schema } from '../../../db/schema';
export { copyRows } from './copy';
export { isUuid, uuidv7 } from './ids';
export { type Listening, listen } from './listen';
export { assertSafeLogin } from './login';
export { assertSchemaKnown, migrate, SchemaMismatch } from './migrate';
export { openPool, type Pool } from './pool';
export type { Scope, ScopeName } from './scope';
export { sendAlone, type Transaction, transaction, withoutScope } from './transaction';
