import type { OpenRecord } from '../access';
import type { SummaryContent, SummaryPart, Visit } from '../house';

/** A part with its facts; without them where this reader does not hold its right. */
export interface LoadedPart {
  readonly part: SummaryPart;
  readonly content: SummaryContent | undefined;
}

/** One after the other: they share one connection. */
export async function partsFor(parts: readonly SummaryPart[], record: OpenRecord, visit: Visit): Promise<LoadedPart[]> {
  const loaded: LoadedPart[] = [];
  for (const part of parts) {
    const held = record.held.includes(part.right);
    loaded.push({ part, content: held ? await part.load(record, visit) : undefined });
  }
  return loaded;
}
