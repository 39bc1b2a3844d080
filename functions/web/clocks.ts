import * as z from 'zod';
import type { Clocks } from '../../shared/calendar/clocks.ts';
import {
  type Day,
  endOfLondonDay,
  type Instant,
  instant,
  isDay,
  londonDay,
  longDay,
} from '../../shared/calendar/day.ts';

const A_DAY = 'Write a day as 2023-12-04';
/** A field of the form that was left empty asks for nothing. */
const asDay = z.string().refine((text) => text === '' || isDay(text), A_DAY);
const asInstant = z.string().transform((text, context): Instant | undefined => {
  if (text === '') return undefined;
  if (isDay(text)) return endOfLondonDay(text);
  try {
    return instant(text);
  } catch {
    context.addIssue({ code: 'custom', message: `${A_DAY}, or a moment as 2023-12-04T06:00:00Z` });
    return z.NEVER;
  }
});

/** The clocks in a query; a field left empty is not asked for. */
export const ClocksQuery = z.object({
  'valid-at': asDay.optional(),
  'known-at': asInstant.optional(),
  'rules-at': asDay.optional(),
});

/** The clocks asked for; without them the day that is meant by itself, now, and the rules of the day. */
export function clocksAsked(
  asked: z.output<typeof ClocksQuery>,
  { today, moment }: { readonly today: Day; readonly moment: Instant },
): Clocks {
  const validAt = (asked['valid-at'] as Day | undefined) || today;
  return {
    validAt,
    knownAt: asked['known-at'] ?? moment,
    rulesAt: (asked['rules-at'] as Day | undefined) || validAt,
  };
}

const KEYS = ['valid-at', 'known-at', 'rules-at'] as const;

/** The clocks of a query alone, as `?valid-at=…` or `&valid-at=…` to put behind a link; "" where none are asked for. */
export function clocksIn(query: URLSearchParams, before: '?' | '&'): string {
  const kept = new URLSearchParams();
  for (const key of KEYS) {
    const value = query.get(key);
    if (value) kept.set(key, value);
  }
  return kept.size === 0 ? '' : `${before}${kept}`;
}

/** The form of the clocks, for `parts/clocks.njk`. `path`: the page that it asks again. */
export function clocksView(clocks: Clocks, query: URLSearchParams, path: string) {
  const isAsked = KEYS.some((key) => query.get(key));
  return {
    action: path,
    hidden: [...query]
      .filter(([name]) => !KEYS.includes(name as (typeof KEYS)[number]) && name !== 'page')
      .map(([name, value]) => ({ name, value })),
    validAt: clocks.validAt,
    knownAt: query.get('known-at') ? londonDay(clocks.knownAt) : '',
    rulesAt: query.get('rules-at') ? clocks.rulesAt : '',
    says: clocksInWords(clocks, query.get('known-at') !== null && query.get('known-at') !== ''),
    open: isAsked,
  };
}

/** `As at 4 December 2023, as known now, under the rules of that day.` */
function clocksInWords({ validAt, knownAt, rulesAt }: Clocks, isKnownAsked: boolean): string {
  const known = isKnownAsked ? `on ${longDay(londonDay(knownAt))}` : 'now';
  const rules = rulesAt === validAt ? 'that day' : longDay(rulesAt);
  const toCome =
    validAt > londonDay(knownAt)
      ? ' That day had not come by then: what was known is carried on to it, and nobody knows yet what will happen.'
      : '';
  return `As at ${longDay(validAt)}, as known ${known}, under the rules of ${rules}.${toCome}`;
}
