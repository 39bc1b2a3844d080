import { longDay } from '../../calendar/day.ts';
import { counted } from '../figure-words.ts';
import { oneDecimal } from './one-decimal.ts';
import type { JudgedWeek } from './xmr.ts';

/** Takes weeks in order and what they count, gives one sentence on the latest of them for people who read no chart. */
export function summaryOf(weeks: readonly JudgedWeek[], what: string): string {
  const latest = weeks.at(-1);
  if (latest === undefined) return 'No week has a figure yet.';
  const fact = `In the week to ${longDay(latest.week)} there were ${counted(latest.value)} ${what}`;
  if (latest.mean === null || latest.upper === null) {
    return `${fact}; there are too few weeks (${weeks.length}) to say what is usual.`;
  }
  const trial = latest.limits === 'trial' ? ' (trial limits, from fewer than 12 weeks)' : '';
  return `${fact}: ${judgement(latest)}${trial}.`;
}

function judgement(week: JudgedWeek): string {
  const mean = oneDecimal(week.mean!);
  const [lower, upper] = [oneDecimal(week.lower!), oneDecimal(week.upper!)];
  const isHigh = week.variation === 'improvement';
  switch (week.rule) {
    case null:
      return `nothing unusual, as anything ${week.lower! > 0 ? `from ${lower} to` : 'up to'} ${upper} is expected around a mean of ${mean}`;
    case 'outside limits':
      return `${week.variation}, as it is ${isHigh ? `above the upper limit of ${upper}` : `below the lower limit of ${lower}`}`;
    case 'trend':
      return `${week.variation}, as at least 7 weeks in a row have been ${isHigh ? 'rising' : 'falling'}`;
    case 'two in three':
      return `${week.variation}, as 2 of 3 weeks are close to the ${isHigh ? `upper limit of ${upper}` : `lower limit of ${lower}`}`;
    case 'shift':
      return `${week.variation}, as at least 7 weeks in a row are ${isHigh ? 'above' : 'below'} the mean of ${mean}`;
  }
}
