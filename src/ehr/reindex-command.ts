import { type Pool, withoutScope } from '../platform/database';
import { texts } from '../platform/i18n';
import type { Clock } from '../platform/time';
import { reindex } from './reindex';

/** What the command gets from the program; `pool` is the worker's. */
interface ReindexContext {
  readonly pool: Pool;
  readonly careClock: Clock;
  readonly say: (line: string) => void;
}

/** `inzage reindex`: after an update, what pages filter on is taken from the stored resources again. */
export const reindexCommand = {
  usage: 'reindex [--organisation <slug>]',
  about: 'take what pages filter and sort on from the stored resources again, where an older version took it',
  /** Answers the exit code: 1 where the organisation is not here. */
  async run(words: readonly string[], { pool, careClock, say }: ReindexContext): Promise<number> {
    const t = texts('nl');
    const [option, slug] = words.flatMap((word) => word.split('='));
    if (words.length > 0 && (option !== '--organisation' || slug === undefined)) {
      say(t('ehr.import-wrong-argument', { argument: option ?? '', usage: reindexCommand.usage }));
      return 1;
    }
    const all = await withoutScope(pool).selectFrom('organisation').select(['id', 'slug']).orderBy('slug').execute();
    const chosen = all.filter((organisation) => slug === undefined || organisation.slug === slug);
    if (slug !== undefined && chosen.length === 0) {
      say(t('ehr.import-no-organisation', { organisation: slug }));
      return 1;
    }
    for (const organisation of chosen)
      say(
        t('ehr.reindexed', { organisation: organisation.slug, count: await reindex(pool, organisation.id, careClock) }),
      );
    return 0;
  },
};
