/** Something around a call of a store or a carrier. */
export type Around = <T>(call: () => Promise<T>) => Promise<T>;

/** The same port, with something around every call. */
export function wrapped<T extends object>(port: T, around: Around): T {
  return Object.fromEntries(
    Object.entries(port).map(([name, call]) => [
      name,
      (...args: unknown[]) => around(() => call(...args)),
    ]),
  ) as T;
}

/** A machine that stops at its n-th call, before the call or with its answer lost. `calls` counts them. */
export function stopsAt(n: number, when: 'before' | 'after') {
  const machine = { calls: 0 };
  const around: Around = async (call) => {
    machine.calls += 1;
    if (machine.calls > n || (machine.calls === n && when === 'before')) throw new Error('stopped');
    const answer = await call();
    if (machine.calls >= n) throw new Error('stopped');
    return answer;
  };
  return { machine, around };
}
