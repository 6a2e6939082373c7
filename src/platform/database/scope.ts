export type ScopeName = 'sign-in' | 'door' | 'record' | 'grants' | 'clinic' | 'desk' | 'log' | 'system';

/**
 * What the row-level policies read. Only the doors (`access`), sign-in and background work make one.
 * A setting that a policy needs and the scope does not give is an error of the query, never an empty page.
 */
export interface Scope {
  readonly scope: ScopeName;
  readonly organisation: string;
  readonly patient?: string;
  readonly person?: string;
  readonly employee?: string;
  readonly clinic?: string;
  readonly owner?: string;
  /** Opened record rights. */
  readonly rights?: readonly string[];
  /** Kind of viewer; `staff` sees what is not released yet. */
  readonly viewer?: string;
  /** Viewer kinds from whom kept-apart parts are hidden. */
  readonly kept?: readonly string[];
  readonly careTime?: Date;
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;
const array = (values: readonly string[]) => {
  for (const value of values) if (!/^[a-z-]+$/.test(value)) throw new Error(`not a scope word: ${value}`);
  return literal(`{${values.join(',')}}`);
};

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The statements that set a scope. SET LOCAL, not set_config(): only statements reach the workers of a Citus cluster. */
export function scopeStatements(scope: Scope): string {
  const settings: Record<string, string | undefined> = {
    scope: literal(scope.scope),
    organisation: literal(scope.organisation),
    // Policies of the door compare several identities at once: an identity that is not there matches nothing.
    patient: literal(scope.patient ?? NOBODY),
    person: literal(scope.person ?? NOBODY),
    employee: literal(scope.employee ?? NOBODY),
    clinic: scope.clinic === undefined ? undefined : literal(scope.clinic),
    owner: scope.owner === undefined ? undefined : literal(scope.owner),
    rights: scope.rights === undefined ? undefined : array(scope.rights),
    viewer: scope.viewer === undefined ? undefined : literal(scope.viewer),
    kept: scope.kept === undefined ? undefined : array(scope.kept),
    care_time: scope.careTime === undefined ? undefined : literal(scope.careTime.toISOString()),
  };
  return Object.entries(settings)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `SET LOCAL inzage.${name} = ${value}`)
    .join(';');
}
