import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../src/platform/time';

type Entry = { payload: AdapterPayload; expiresAt: number };

/** Above this many entries each new one first throws out what has expired. */
const TIDY_ABOVE = 500;

/**
 * What a simulated provider remembers: in memory, until the process ends. One store per provider, so that two of them
 * in one process share nothing.
 */
export function memoryStore(clock: Clock): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const now = () => clock.now().getTime();
  const find = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expiresAt > now() ? entry.payload : undefined;
  };
  const findBy = (model: string, field: 'uid' | 'userCode', value: string) =>
    [...entries.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(find)
      .find((payload) => payload?.[field] === value);
  const removeWhere = (unwanted: (entry: Entry) => boolean) => {
    for (const [key, entry] of entries) if (unwanted(entry)) entries.delete(key);
  };
  return (model) => ({
    upsert: async (id, payload, expiresIn = 0) => {
      if (entries.size > TIDY_ABOVE) removeWhere((entry) => entry.expiresAt <= now());
      entries.set(`${model}:${id}`, { payload, expiresAt: now() + expiresIn * 1000 });
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, 'uid', uid),
    findByUserCode: async (code) => findBy(model, 'userCode', code),
    destroy: async (id) => {
      entries.delete(`${model}:${id}`);
    },
    consume: async (id) => {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    revokeByGrantId: async (grantId) => removeWhere(({ payload }) => payload.grantId === grantId),
  });
}
