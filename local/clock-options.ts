import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Clocks } from '../shared/calendar/clocks.ts';
import {
  type Day,
  endOfLondonDay,
  type Instant,
  instant,
  isDay,
  londonDay,
  longDay,
} from '../shared/calendar/day.ts';
import { isMonday, mondayOf } from '../shared/calendar/week.ts';
import { now } from './now.ts';

export type ClockOptions = {
  readonly validAt?: Day;
  readonly knownAt?: Instant;
  readonly rulesAt?: Day;
};

/** Adds the three clocks to a command that answers a question. */
export function withClocks(command: Command): Command {
  return command
    .addOption(
      new Option('--valid-at <day>', 'the day the answer is about (default: today)').argParser(
        asDay,
      ),
    )
    .addOption(
      new Option(
        '--known-at <instant>',
        'count only what had been received by then; a day means its end in London (default: now)',
      ).argParser(asInstant),
    )
    .addOption(rulesAtOption('(default: the day the answer is about)'));
}

export function rulesAtOption(otherwise: string): Option {
  return new Option(
    '--rules-at <day>',
    `the policy as it had been announced by this day ${otherwise}`,
  ).argParser(asDay);
}

/** The three clocks as asked for, with their defaults: today in London, now, the day of the answer. */
export function clocksFrom(options: ClockOptions): Clocks {
  const knownAt = options.knownAt ?? now();
  const validAt = options.validAt ?? londonDay(now());
  return { validAt, knownAt, rulesAt: options.rulesAt ?? validAt };
}

/** Reads a day written as 2023-12-04; anything else is wrong usage. */
export function asDay(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day as 2023-12-04.');
}

/** Reads a moment with its zone; a bare day is its last moment in London. */
export function asInstant(text: string): Instant {
  if (isDay(text)) return endOfLondonDay(text);
  try {
    return instant(text);
  } catch {
    throw new InvalidArgumentError(
      'Write a moment as 2023-12-04T06:00:00Z, or a day as 2023-12-04.',
    );
  }
}

/** A Monday as an argument of a command line; any other day is told which Monday its week has. */
export function asMonday(text: string): Day {
  const on = asDay(text);
  if (isMonday(on)) return on;
  throw new InvalidArgumentError(
    `${longDay(on)} is no Monday; that week's is ${longDay(mondayOf(on))}.`,
  );
}
