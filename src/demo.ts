/** The demonstration: four organisations and their invented people. */
import people from '../organisations/demo/people.json';
import { type Config, databaseUrl, organisationOrigin } from './platform/config';
import { openPool, type Pool, transaction, withoutScope } from './platform/database';
import { texts } from './platform/i18n';
import { dateIn, fixedClock, systemClock } from './platform/time';

/** In the order of the chooser. */
const organisations = ['duinzicht', 'maasoever', 'amstelland', 'drecht'] as const;

/**
 * Loads the organisations of the demonstration into a database that does not have them. Dates are counted from the
 * day of loading. Later starts find everything there and change nothing.
 */
export async function loadDemo(config: Config): Promise<void> {
  const worker = openPool(databaseUrl(config, 'worker'), { name: 'demo', max: 2 });
  try {
    const missing = await notLoaded(worker);
    if (missing.length > 0) await load(missing, worker, config);
  } finally {
    await worker.end();
  }
}

interface Missing {
  readonly slug: string;
  /** Undefined: not even the organisation is there. */
  readonly id: string | undefined;
}

async function notLoaded(worker: Pool): Promise<Missing[]> {
  const present = await withoutScope(worker).selectFrom('organisation').select(['id', 'slug']).execute();
  const missing: Missing[] = [];
  for (const slug of organisations) {
    const id = present.find((one) => one.slug === slug)?.id;
    if (id === undefined || !(await hasPeople(worker, id))) missing.push({ slug, id });
  }
  return missing;
}

const hasPeople = (worker: Pool, organisation: string): Promise<boolean> =>
  transaction(worker, { scope: 'system', organisation }, async (tx) => {
    const found = await tx.db
      .selectFrom('patient')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('source', '=', 'demo')
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  });

async function load(missing: readonly Missing[], worker: Pool, config: Config): Promise<void> {
  // Only a first start needs the import with all of FHIR's definitions.
  const [{ addOrganisation, loadPeople }, { loadPreset }] = await Promise.all([
    import('./demo/load'),
    import('./policies'),
  ]);
  const now = config.careTime ?? systemClock.now();
  const web = openPool(databaseUrl(config, 'web'), { name: 'demo', max: 2 });
  const setting = { worker, web, today: dateIn(now), careClock: fixedClock(now), wallClock: systemClock };
  try {
    for (const { slug, id } of missing) {
      const organisation = id ?? (await addOrganisation(worker, slug, loadPreset(slug), now));
      await loadPeople(slug, organisation, setting);
    }
  } finally {
    await web.end();
  }
}

/** Where to go and as whom to sign in, for the terminal. */
export function demoTable(config: Config): string {
  const t = texts('nl');
  const chooser = new URL(organisationOrigin(config, 'x'));
  const origin = `${chooser.protocol}//localhost:${chooser.port}`;
  const width = Math.max(...people.map(({ userName }) => userName.length));
  const rows = people.map(({ userName, note }) => `  ${userName.padEnd(width)}  ${note.nl}`);
  return [t('ehr.demo-open', { origin }), t('ehr.demo-people', { password: people[0]?.password ?? '' }), ...rows].join(
    '\n',
  );
}
