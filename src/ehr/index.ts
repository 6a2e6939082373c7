/** What comes from the organisation's own system. */
export { type ImportContext, importCommand } from './command';
export { type ImportOptions, importResources } from './import';
export type { FhirResource } from './json';
export { type Incoming, resourcesOf, type Unreadable } from './read';
export type { ImportReport } from './report';
