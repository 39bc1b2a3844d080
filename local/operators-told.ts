import { readdir } from 'node:fs/promises';
import { tellOperators } from '../functions/alert/tell-operators.ts';
import type { DeadLetters } from '../shared/alert/operators.ts';
import type { Instant } from '../shared/calendar/day.ts';
import { objectReports } from '../shared/store/object-reports.ts';
import type { Machine } from './machine.ts';
import { operatorsOutbox } from './operators-outbox.ts';

/**
 * Tells the operators what is in trouble on one machine, as at a moment: a mail in the outbox, once a day,
 * where anything is. `capReached`: whether the run of that moment left messages over.
 */
export function tellOperatorsOn(
  machine: Machine,
  at: Instant,
  capReached: boolean,
): Promise<'told' | 'was-told' | 'nothing'> {
  const { folder, work, deliveries, subscriptions, reports } = machine;
  const deps = {
    ...{ work, deliveries, subscriptions },
    reports: objectReports(reports),
    deadLetters: () => deadLettersIn(folder.deadLetters),
    notices: operatorsOutbox(folder.root),
  };
  return tellOperators(deps, at, capReached);
}

async function deadLettersIn(folder: string): Promise<readonly DeadLetters[]> {
  const names = await readdir(folder).catch(() => []);
  return [{ queue: 'the folder dead-letters', count: names.length }];
}
