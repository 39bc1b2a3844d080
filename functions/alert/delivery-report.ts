import type { Log } from '../log.ts';

/** What became of a message in a run. */
export const BECAME = [
  'sent',
  'waiting',
  'refused',
  'dead',
  'uncertain',
  /** Nothing is sent to its address any more. */
  'suppressed',
  /** Its subscription has ended. */
  'ended',
  /** An earlier run has recorded what became of it. */
  'left',
  /** Another run is at it. */
  'under-way',
  /** More than a run may send: not recorded, so planned again by the next. */
  'over-cap',
  /** It could not be recorded, or its subscription not be read. */
  'failed',
] as const;
export type Became = (typeof BECAME)[number];

export type MessageReport = { readonly id: string; readonly became: Became };

/** What became of each message, in their order, and how many of each. `running`: the run that it tells of. */
export type DeliveryReport = {
  readonly running: string;
  readonly messages: readonly MessageReport[];
  readonly counts: Readonly<Record<Became, number>>;
};

/** Sums a run up and logs it: ids and counts only. What needs somebody to look is a warning. */
export function reported(
  running: string,
  messages: readonly MessageReport[],
  log: Log,
): DeliveryReport {
  const count = (became: Became) => messages.filter((each) => each.became === became).length;
  const counts = Object.fromEntries(BECAME.map((became) => [became, count(became)])) as Record<
    Became,
    number
  >;
  if (messages.length > 0) log.info('messages delivered', { running, ...counts });
  for (const became of [
    'over-cap',
    'failed',
    'refused',
    'dead',
    'uncertain',
    'suppressed',
  ] as const) {
    if (counts[became] === 0) continue;
    const ids = messages.filter((each) => each.became === became).map(({ id }) => id);
    log.warn(`messages ${became}`, { running, count: ids.length, first: ids.slice(0, 20) });
  }
  return { running, messages, counts };
}
