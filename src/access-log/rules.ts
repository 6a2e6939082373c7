/** DO-09: how lines of the log become a page: cut, grouped by day, alike ones merged. Pure. */
import type { LogLine } from '../access';
import { type CalendarDate, dateIn, startOfDay } from '../platform/time';

/** Lines on one page before the link to older ones. */
export const pageSize = 200;

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** Where older lines begin: they were recorded before this. */
  readonly older: Date | undefined;
}

/** A page of at most `size` lines out of `size + 1`; lines of one moment are never torn apart. */
export function cutPage(found: readonly LogLine[], size: number): LogPage {
  const next = found[size];
  if (next === undefined) return { lines: found, older: undefined };
  const whole = found.slice(0, size).filter(({ at }) => at > next.at);
  const lines = whole.length > 0 ? whole : found.slice(0, size);
  const boundary = whole.length > 0 ? next.at.getTime() + 1 : next.at.getTime();
  return { lines, older: new Date(boundary) };
}

/** Lines of one day that say the same of the same agent. */
export interface MergedLine {
  /** The latest of them. */
  readonly line: LogLine;
  readonly count: number;
  /** When the first of them was. */
  readonly since: Date;
}

export interface LogDay {
  readonly day: CalendarDate;
  readonly lines: readonly MergedLine[];
}

/** NEN 7513 ch. 9 lets similar lines of one day be merged; `alike` says which are. Latest first, as they come. */
export function groupByDay(lines: readonly LogLine[], alike: (line: LogLine) => string): LogDay[] {
  const days = new Map<CalendarDate, Map<string, MergedLine>>();
  for (const line of lines) {
    const day = dateIn(line.at);
    const merged = days.get(day) ?? new Map<string, MergedLine>();
    const key = alike(line);
    const earlier = merged.get(key);
    merged.set(
      key,
      earlier === undefined
        ? { line, count: 1, since: line.at }
        : { line: earlier.line, count: earlier.count + 1, since: line.at },
    );
    days.set(day, merged);
  }
  return [...days].map(([day, merged]) => ({ day, lines: [...merged.values()] }));
}

/** Two lines are alike when agent, action, outcome, ground, list and reason are the same: when their words are. */
export const sameStory = ({ agentKind, agentId, agentName, type, what, outcome, basis, detail }: LogLine): string =>
  JSON.stringify([agentKind, agentId, agentName, type, what, outcome, basis, detail?.clinic, detail?.reason]);

export const filters = ['care', 'others', 'self'] as const;

/** '2026-10' as [first moment, first moment after]; undefined for anything else. */
export function monthPeriod(text: string | undefined): { from: Date; until: Date } | undefined {
  const parts = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/.exec(text ?? '');
  if (parts === null) return undefined;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const next = month === 12 ? `${year + 1}-01-01` : `${parts[1]}-${String(month + 1).padStart(2, '0')}-01`;
  return { from: startOfDay(`${parts[1]}-${parts[2]}-01`), until: startOfDay(next) };
}

/** A moment from an address; undefined for anything that is none. */
export function momentIn(text: string | undefined): Date | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
