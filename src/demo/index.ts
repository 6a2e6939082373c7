/** The demonstration's invented people. */
export { assessOlder } from './populate/assess';
export { type PopulateOptions, type Progress, populate } from './populate/run';
