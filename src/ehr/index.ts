/** What comes from the organisation's own system. */

/** Storing prepared resources by the thousand: for the demo, which makes them itself. */
export { writeSystemAudit, writeSystemEntities } from './audit';
export { storeBatch } from './batch';
export { type ImportContext, importCommand } from './command';
export { type ImportOptions, importResources } from './import';
export type { FhirResource } from './json';
export type { BatchOptions } from './options';
export { loadImportPolicy } from './policy';
export { prepareAgain, type Work } from './prepare';
export { type Incoming, resourcesOf, type Unreadable } from './read';
export { reindexCommand } from './reindex-command';
export type { ImportReport } from './report';
