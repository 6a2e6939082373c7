import { scrubLine } from '../platform/log';
import type { Outcome } from './batch';
import type { Refused } from './prepare';
import type { Unreadable } from './read';
import type { QuarantineReason } from './reasons';
import { type SourceKey, splitKey } from './references';

export interface Counts {
  taken: number;
  changed: number;
  unchanged: number;
  quarantined: number;
  refused: number;
}

export interface Waiting {
  readonly file: string;
  readonly resource: SourceKey;
  readonly reason: QuarantineReason;
}

export interface RefusedEntry {
  readonly file: string;
  readonly resource: SourceKey | null;
  readonly reason: string;
  readonly path?: string;
  readonly detail?: string;
}

/** What departs from a profile: told, and taken all the same. */
export interface Deviation {
  readonly file: string;
  readonly resource: SourceKey;
  readonly detail: string;
}

/** What a run did, resource by resource where something is the matter, and in counts for the rest. */
export interface ImportReport {
  readonly total: Counts;
  readonly byType: Readonly<Record<string, Counts>>;
  /** Taken out of the quarantine because their patient arrived. */
  readonly released: number;
  readonly quarantined: readonly Waiting[];
  readonly refused: readonly RefusedEntry[];
  readonly deviations: readonly Deviation[];
  /** Resources that name a profile, where no profiles were given to compare with. */
  readonly notCompared: number;
  /** Resources that came as STU3 and were mapped to R4. */
  readonly fromStu3: number;
  /** References of this source to what is not here (yet). */
  readonly openReferences: number;
  readonly open: readonly { readonly from: SourceKey; readonly to: SourceKey }[];
  readonly patients: number;
  readonly seconds: number;
}

const none = (): Counts => ({ taken: 0, changed: 0, unchanged: 0, quarantined: 0, refused: 0 });

/** What came from outside, fit for a terminal and a report: short, on one line, without a BSN. */
const plain = (text: string): string => scrubLine(text.slice(0, 300)).replace(/\p{C}/gu, '?');

/** Collects outcomes while a run goes on. */
export class Tally {
  private readonly byType = new Map<string, Counts>();
  private readonly waiting = new Map<SourceKey, Waiting>();
  private readonly refusals: RefusedEntry[] = [];
  private readonly deviations: Deviation[] = [];
  private released = 0;
  notCompared = 0;
  fromStu3 = 0;
  handled = 0;

  add(outcome: Outcome): void {
    const { work, kind } = outcome;
    const counts = this.countsOf(splitKey(work.key).type);
    const listed = this.waiting.delete(work.key);
    // What waited since an earlier run counts now; what waited in this one changes its count.
    if (work.waited && listed) counts.quarantined--;
    if (!work.waited) this.handled++;
    if (work.waited && (kind === 'taken' || kind === 'changed')) this.released++;
    counts[kind]++;
    if (outcome.kind === 'quarantined')
      this.waiting.set(work.key, { file: work.file, resource: work.key, reason: outcome.reason });
    if (outcome.kind === 'refused') this.refusals.push({ file: work.file, resource: work.key, reason: outcome.reason });
  }

  refuse(refusal: Refused | Unreadable): void {
    const key = 'key' in refusal ? refusal.key : null;
    this.countsOf(key === null ? '?' : splitKey(key).type).refused++;
    this.handled++;
    this.refusals.push({
      file: refusal.file,
      resource: key,
      reason: refusal.reason,
      ...(refusal.path === undefined ? {} : { path: plain(refusal.path) }),
      // Validators and the database quote what they stumble over.
      ...(refusal.detail === undefined ? {} : { detail: plain(refusal.detail) }),
    });
  }

  deviate(file: string, resource: SourceKey, details: readonly string[]): void {
    for (const detail of details) this.deviations.push({ file, resource, detail: plain(detail) });
  }

  private countsOf(type: string): Counts {
    let counts = this.byType.get(type);
    if (counts === undefined) {
      counts = none();
      this.byType.set(type, counts);
    }
    return counts;
  }

  report(rest: Pick<ImportReport, 'openReferences' | 'open' | 'patients' | 'seconds'>): ImportReport {
    const total = none();
    for (const counts of this.byType.values())
      for (const kind of Object.keys(total) as (keyof Counts)[]) total[kind] += counts[kind];
    return {
      total,
      byType: Object.fromEntries([...this.byType].sort(([a], [b]) => (a < b ? -1 : 1))),
      released: this.released,
      quarantined: [...this.waiting.values()],
      refused: this.refusals,
      deviations: this.deviations,
      notCompared: this.notCompared,
      fromStu3: this.fromStu3,
      ...rest,
    };
  }
}
