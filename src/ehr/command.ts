import { writeFile } from 'node:fs/promises';
import type { Config } from '../platform/config';
import { type Pool, withoutScope } from '../platform/database';
import type { TextKey, Translate } from '../platform/i18n';
import { texts } from '../platform/i18n';
import { type Clock, dateIn } from '../platform/time';
import { parseArguments } from './arguments';
import { importResources } from './import';
import { loadProfiles } from './profiles';
import { filesIn, type Incoming, type Reading, resourcesIn, type Unreadable } from './read';
import type { Counts, ImportReport } from './report';

/** What a command of `inzage …` gets from the program. */
export interface ImportContext {
  readonly config: Pick<Config, 'mode'>;
  /** The worker's login. */
  readonly pool: Pool;
  readonly careClock: Clock;
  readonly wallClock: Clock;
  /** Where the summary goes; standard output when left out. */
  readonly out?: (line: string) => void;
}

/** `inzage import`: FHIR files into the records of an organisation. See docs/import.md. */
export const importCommand = {
  usage:
    'import <files or folders> --organisation <slug> [--source <name>] [--fhir stu3|r4|auto] [--patient <BSN or number>] [--bsn-not-verified] [--profiles <folder>] [--report <file.json>]',
  /** Answers the exit code: 0 = nothing refused, 1 = could not start, 2 = something refused. */
  run: runImport,
};

async function runImport(words: readonly string[], context: ImportContext): Promise<number> {
  const t = texts('nl');
  const say = context.out ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const asked = parseArguments(words);
  if ('wrong' in asked) {
    say(t('ehr.import-wrong-argument', { argument: asked.wrong, usage: importCommand.usage }));
    return 1;
  }
  const organisation = await withoutScope(context.pool)
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', asked.organisation)
    .executeTakeFirst();
  if (organisation === undefined) {
    say(t('ehr.import-no-organisation', { organisation: asked.organisation }));
    return 1;
  }
  const deviations = asked.profiles === undefined ? undefined : await loadProfiles(asked.profiles).catch(() => null);
  if (deviations === null) {
    say(t('ehr.import-wrong-argument', { argument: '--profiles', usage: importCommand.usage }));
    return 1;
  }
  const report = await importResources(
    context.pool,
    readAll(asked.paths, { fhir: asked.fhir, today: dateIn(context.careClock.now()) }),
    {
      organisation: organisation.id,
      source: asked.source,
      demo: context.config.mode === 'demo',
      bsnVerified: asked.bsnVerified,
      careClock: context.careClock,
      wallClock: context.wallClock,
      ...(asked.patient === undefined ? {} : { patient: asked.patient }),
      ...(deviations === undefined ? {} : { deviations }),
      ...(process.stderr.isTTY ? { progress: showProgress(t) } : {}),
    },
  );
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const line of summary(report, t)) say(line);
  if (asked.report !== undefined) await writeFile(asked.report, `${JSON.stringify(report, null, 2)}\n`);
  return report.refused.length > 0 ? 2 : 0;
}

async function* readAll(paths: readonly string[], how: Reading): AsyncGenerator<Incoming | Unreadable> {
  for (const path of paths) {
    try {
      for await (const file of filesIn([path])) yield* resourcesIn(file, how);
    } catch (error) {
      yield { file: path, reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

const showProgress = (t: Translate) => (count: number) =>
  void process.stderr.write(`\r\u001b[K${t('ehr.import-progress', { count })}`);

const KINDS = ['taken', 'changed', 'unchanged', 'quarantined', 'refused'] as const satisfies readonly (keyof Counts)[];
const LISTED = 40;

/** The table by type, and what is the matter, one line each. */
export function summary(report: ImportReport, t: Translate): string[] {
  const rows = [
    [t('ehr.import-type'), ...KINDS.map((kind) => t(`ehr.import-${kind}`))],
    ...Object.entries(report.byType).map(([type, counts]) => [
      type,
      ...KINDS.map((kind) => String(counts[kind] || '')),
    ]),
    [t('ehr.import-total'), ...KINDS.map((kind) => String(report.total[kind]))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const refused = report.refused.map((entry) => {
    const where = [entry.path, entry.detail].filter(Boolean).join(': ');
    return `  ${entry.resource ?? '–'}: ${t(`ehr.refused-${entry.reason}` as TextKey)}${where ? ` (${where})` : ''} [${entry.file}]`;
  });
  const deviations = report.deviations.map(({ resource, detail, file }) => `  ${resource}: ${detail} [${file}]`);
  const waiting = report.quarantined.map(
    ({ resource, reason, file }) => `  ${resource}: ${t(`ehr.waits-${reason}`)} [${file}]`,
  );
  const open = report.open.map(({ from, to }) => `  ${from} → ${to}`);
  return [
    ...table,
    '',
    t('ehr.import-figures', {
      patients: report.patients,
      released: report.released,
      open: report.openReferences,
      seconds: report.seconds.toFixed(1),
    }),
    ...(report.fromStu3 > 0 ? [t('ehr.import-from-stu3', { count: report.fromStu3 })] : []),
    ...section(t('ehr.import-list-refused', { count: refused.length }), refused, t),
    ...section(t('ehr.import-list-deviations', { count: deviations.length }), deviations, t),
    ...(report.notCompared > 0 ? ['', t('ehr.import-not-compared', { count: report.notCompared })] : []),
    ...section(t('ehr.import-list-quarantined', { count: waiting.length }), waiting, t),
    ...section(t('ehr.import-list-open', { count: report.openReferences }), open, t),
  ];
}

function section(title: string, lines: readonly string[], t: Translate): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > LISTED ? [`  ${t('ehr.import-more', { count: lines.length - LISTED })}`] : [];
  return ['', title, ...lines.slice(0, LISTED), ...more];
}
