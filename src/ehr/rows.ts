import type { ResourceRow } from './store';

/**
 * A row in the hands of the import: `new`, `changed` (a new version), `completed` (a reference of it was closed), or
 * `nearby` (read because it belongs to one of those).
 */
export type StoredRow = ResourceRow & { state: 'new' | 'changed' | 'completed' | 'nearby' };

const UUID = /^([A-Z][A-Za-z]+)\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The identifier in a reference that was rewritten to ours. */
export function ownId(reference: string | undefined, ...types: readonly string[]): string | undefined {
  const match = UUID.exec(reference ?? '');
  return match?.[1] !== undefined && (types.length === 0 || types.includes(match[1])) ? match[2] : undefined;
}
