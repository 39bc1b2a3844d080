import * as z from 'zod';
import { instant, londonDay } from '../../shared/calendar/day.ts';
import type { Ledger, StateMessages } from '../../shared/store/ports.ts';
import { type Log, SILENT } from '../log.ts';

/** What the schedule says: the moment that it meant, which a late or repeated start does not change. */
const Scheduled = z.object({ scheduledTime: z.string() });

type Deps = { readonly ledger: Ledger; readonly messages: StateMessages; readonly log?: Log };

/** Asks for the state of every practice on the new day: time alone changes some of them. */
export function everyMorning(deps: Deps): (event: unknown) => Promise<void> {
  const { ledger, messages, log = SILENT } = deps;
  return async (event) => {
    const validAt = londonDay(instant(Scheduled.parse(event).scheduledTime));
    const practices = [...new Set((await ledger.all()).map((fact) => fact.practice))].sort();
    await messages.send(practices, validAt);
    log.info('every practice asked for', { practices: practices.length, validAt });
  };
}
