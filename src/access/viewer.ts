import type { Role } from './rights';

/** Somebody who signed in as a person: for the own record, or on behalf of another. */
export interface PersonViewer {
  readonly kind: 'person';
  readonly organisation: string;
  readonly person: string;
  readonly session: string;
  readonly address?: string | undefined;
}

/** Somebody who works here. Never a person in the sense above: own sign-in, own session. */
export interface EmployeeViewer {
  readonly kind: 'employee';
  readonly organisation: string;
  readonly employee: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly roles: readonly Role[];
  readonly clinics: readonly string[];
  readonly session: string;
  readonly address?: string | undefined;
}

export type Viewer = PersonViewer | EmployeeViewer;

/**
 * What the viewer is to the opened record. `limited` is the patient whose BSN nobody verified yet, or a child below the
 * age of an own account (IN-03, IN-04).
 */
export type ViewerKind = 'self' | 'limited' | 'proxy' | 'parent' | 'legal' | 'staff';
