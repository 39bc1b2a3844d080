import { instant } from '../../../shared/calendar/day.ts';
import type { Objects } from '../../../shared/store/ports.ts';

/** Objects in memory, by key. */
export type MemoryObjects = Objects & { readonly all: ReadonlyMap<string, Uint8Array> };

/** An empty store that behaves as the contract of `Objects` says. */
export function memoryObjects(): MemoryObjects {
  const all = new Map<string, Uint8Array>();
  return {
    all,
    async get(key) {
      const bytes = all.get(key);
      return bytes && { bytes, modifiedAt: instant('2023-12-04T06:00:00Z') };
    },
    async putIfAbsent(key, bytes) {
      if (all.has(key)) return 'exists';
      all.set(key, bytes);
      return 'stored';
    },
    list: async (prefix) => [...all.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}
