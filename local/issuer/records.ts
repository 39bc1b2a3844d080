import type { Adapter, AdapterPayload } from 'oidc-provider';

/** More than people on one machine ever have; a loop that asks for ever cannot fill the memory. */
const MOST_RECORDS = 1_000;

/**
 * What the issuer remembers of who is signing in, in this process alone: with it everybody is asked again,
 * which costs nothing where nobody has a password. The issuer itself refuses what has run out.
 */
export function recordsInMemory(): (model: string) => Adapter {
  const records = new Map<string, AdapterPayload>();
  return (model) => {
    const keyOf = (id: string) => `${model} ${id}`;
    const put = (id: string, payload: AdapterPayload) => {
      const [oldest] = records.keys();
      if (records.size >= MOST_RECORDS && oldest !== undefined) records.delete(oldest);
      records.set(keyOf(id), payload);
    };
    return {
      upsert: async (id, payload) => put(id, payload),
      find: async (id) => records.get(keyOf(id)),
      findByUid: async (uid) =>
        [...records].find(([key, one]) => key.startsWith(`${model} `) && one.uid === uid)?.[1],
      findByUserCode: async () => undefined,
      async destroy(id) {
        records.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, one] of records) if (one.grantId === grantId) records.delete(key);
      },
      async consume(id) {
        const record = records.get(keyOf(id));
        if (record !== undefined) put(id, { ...record, consumed: 1 });
      },
    };
  };
}
