/** Why a resource was not taken. The texts are `ehr.refused-<reason>`. */
export type Reason =
  | 'appointment-without-time'
  | 'bsn-in-use'
  | 'bsn-invalid'
  | 'bsn-not-for-demo'
  | 'code-not-in-list'
  | 'identity-changed'
  | 'named-patient-differs'
  | 'named-patient-unknown'
  | 'not-fhir'
  | 'not-json'
  | 'not-r4'
  | 'not-stored'
  | 'not-text'
  | 'no-id'
  | 'number-in-use'
  | 'patient-changed'
  | 'patient-replaced'
  | 'patient-without-identifier'
  | 'patient-without-name'
  | 'too-deep'
  | 'too-large'
  | 'type-not-kept'
  | 'unreadable';

/** Why a resource waits. */
export type QuarantineReason = 'names-no-patient' | 'no-document-names-it' | 'patient-unknown';

/** A refusal with the place in the resource and what the validator said. */
export interface RefusedResource {
  readonly reason: Reason;
  readonly path?: string;
  readonly detail?: string;
}
