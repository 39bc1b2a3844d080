import type { Body } from './draw.ts';

/** Drawn pages that hold until there is news. */
export type KeptBodies = {
  get(version: number, key: string): Body | undefined;
  put(version: number, key: string, body: Body): void;
};

/** Keeps the pages drawn last, up to so many characters in all; with news of any kind all are dropped. */
export function keptBodies(mostCharacters: number): KeptBodies {
  const bodies = new Map<string, Body>();
  let size = 0;
  let drawnFrom = -1;
  const sizeOf = ({ before, main, after }: Body) => before.length + main.length + after.length;
  function drop(key: string, body: Body): void {
    bodies.delete(key);
    size -= sizeOf(body);
  }
  return {
    get(version, key) {
      if (version !== drawnFrom) return undefined;
      const body = bodies.get(key);
      if (body === undefined) return undefined;
      bodies.delete(key);
      bodies.set(key, body);
      return body;
    },
    put(version, key, body) {
      if (version !== drawnFrom) {
        bodies.clear();
        size = 0;
        drawnFrom = version;
      }
      const before = bodies.get(key);
      if (before !== undefined) drop(key, before);
      bodies.set(key, body);
      size += sizeOf(body);
      for (const [oldest, old] of bodies) {
        if (size <= mostCharacters || oldest === key) break;
        drop(oldest, old);
      }
    },
  };
}
