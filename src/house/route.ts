/** How rooms declare what they serve. Every route says its door, its rights and for whom it exists. */
import type {
  Ability,
  EmployeeViewer,
  LiveSession,
  OpenDesk,
  OpenLog,
  OpenRecord,
  PersonViewer,
  RecordRight,
  Shown,
  Viewer,
  ViewerKind,
} from '../access';
import type { Reply } from './reply';
import type { Visit } from './visit';

export type PatientSideKind = Exclude<ViewerKind, 'staff'>;

interface Common {
  readonly method: 'GET' | 'POST';
  /** Starts with '/'; ':name' is a parameter. */
  readonly path: string;
}

/** No door: shows nothing of anybody. Says why it needs none. */
export interface OpenRoute extends Common {
  readonly door: 'none';
  readonly why: string;
  /** `chooser`: only on the bare address of the demo, where no organisation is known. */
  readonly site: 'organisation' | 'chooser';
  /** Who is signed in as a person reads it with the portal's menu around it; it still shows nothing of anybody. */
  readonly amongOwn?: boolean;
  handle(visit: Visit): Promise<Reply>;
}

/** Signed in as a person or an employee; no record is opened. Background requests do not extend the session. */
export interface SessionRoute extends Common {
  readonly door: 'session';
  readonly who: 'person' | 'employee' | 'either';
  readonly background: boolean;
  readonly what: string;
  handle(session: LiveSession<PersonViewer> | LiveSession<EmployeeViewer>, visit: Visit): Promise<Reply>;
}

export interface RecordRoute extends Common {
  readonly door: 'record';
  readonly rights: readonly RecordRight[];
  readonly also: readonly RecordRight[];
  readonly for: readonly ViewerKind[];
  /** What an employee must be able to beside the rights (RE-02: not everybody who reads results decides on them). */
  readonly ability?: Ability | undefined;
  /** Names the page in the log: a text key `access.what-<what>` says it in words. */
  readonly what: string;
  readonly action: 'C' | 'R' | 'U' | 'E';
  /** Fields that are kept when a POST meets an ended session. */
  readonly keeps: readonly string[];
  /** Asked again by itself, without anybody doing something: does not extend the session. */
  readonly repeats?: boolean;
  /** Where somebody lands who has to sign in first, where this address itself is no place to return to. */
  readonly backTo?: ((path: string) => string) | undefined;
  /** Answers before the record is opened, with nothing of it: how far one's own request is. Undefined: open it. */
  readonly before?: ((viewer: Viewer, visit: Visit) => Promise<Reply | undefined>) | undefined;
  /** The handler asks everything in one turn; the end of the transaction leaves with it (a wait less, where it counts). */
  readonly atOnce?: boolean | undefined;
  handle(record: OpenRecord<RecordRight>, visit: Visit): Promise<Reply>;
}

export interface DeskRoute extends Common {
  readonly door: 'desk';
  readonly ability: Ability;
  readonly what: string;
  /** Absent: a search. Present: something is done to the patient in the path. */
  readonly action?: 'C' | 'R' | 'U' | 'E';
  readonly keeps: readonly string[];
  /** What of the request the log keeps. */
  criteria?(visit: Visit): Readonly<Record<string, unknown>>;
  handle(desk: OpenDesk, visit: Visit): Promise<Shown<Reply>>;
}

export interface LogRoute extends Common {
  readonly door: 'log';
  readonly what: string;
  readonly action: 'R' | 'U';
  readonly keeps: readonly string[];
  handle(log: OpenLog, visit: Visit): Promise<Shown<Reply>>;
}

/** An employee's page that opens its door itself, inside `access` (emergency access, the own start page). */
export interface StaffRoute extends Common {
  readonly door: 'staff';
  readonly why: string;
  readonly ability?: Ability;
  readonly what: string;
  readonly keeps: readonly string[];
  handle(viewer: EmployeeViewer, visit: Visit): Promise<Reply>;
}

export type Route = OpenRoute | SessionRoute | RecordRoute | DeskRoute | LogRoute | StaffRoute;

export const everyPatientSide: readonly PatientSideKind[] = ['self', 'proxy', 'parent', 'legal'];

interface RecordOptions<R extends RecordRight> {
  readonly path: string;
  readonly rights: readonly R[];
  readonly also?: readonly RecordRight[];
  readonly for?: readonly PatientSideKind[];
  readonly what: string;
  readonly keeps?: readonly string[];
  /** See RecordRoute. */
  readonly atOnce?: boolean;
  handle(record: OpenRecord<R>, visit: Visit): Promise<Reply>;
}

const recordRoute = <R extends RecordRight>(
  method: 'GET' | 'POST',
  action: 'R' | 'U',
  kinds: readonly ViewerKind[],
  options: RecordOptions<R> & { readonly ability?: Ability },
): RecordRoute => ({
  door: 'record',
  method,
  path: options.path,
  rights: options.rights,
  also: options.also ?? [],
  for: kinds,
  ability: options.ability,
  what: options.what,
  action,
  keeps: options.keeps ?? [],
  atOnce: options.atOnce,
  // The door opens exactly `rights`: the handler's narrower type is met by construction.
  handle: (record, visit) => options.handle(record as unknown as OpenRecord<R>, visit),
});

/** A page of the patient's side: at its path, and at /namens/<id> for another's record. */
export const recordPage = <const R extends RecordRight>(options: RecordOptions<R>): RecordRoute =>
  recordRoute('GET', 'R', options.for ?? everyPatientSide, options);

/** What somebody of the patient's side does to a record. */
export const recordAction = <const R extends RecordRight>(options: RecordOptions<R>): RecordRoute =>
  recordRoute('POST', 'U', options.for ?? everyPatientSide, options);

type StaffOptions<R extends RecordRight> = Omit<RecordOptions<R>, 'for'> & { readonly ability?: Ability };

/** A page of the care team about one patient: at /werkplek/patient/<id> + path. */
export const staffRecordPage = <const R extends RecordRight>(options: StaffOptions<R>): RecordRoute =>
  recordRoute('GET', 'R', ['staff'], options);

export const staffRecordAction = <const R extends RecordRight>(options: StaffOptions<R>): RecordRoute =>
  recordRoute('POST', 'U', ['staff'], options);

export const isStaffRecord = (route: RecordRoute): boolean => route.for.includes('staff');
