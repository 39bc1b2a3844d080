import { type Day, day } from '../../shared/calendar/day.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { csvText } from './csv-text.ts';
import { CHECK_DAYS, momentOf } from './programme-dates.ts';
import type { SampleFile, Truth } from './sample.ts';

/** Well-formed codes that no register file lists: a slip in typing, kept by intake with a warning. */
const STRAYS: readonly { code: string; asAt: Day }[] = [
  { code: 'N99001', asAt: day('2023-06-19') },
  { code: 'N99012', asAt: day('2023-10-13') },
];

/** Returns from practices that sent a mistyped code of their own. */
export function strayFiles(): readonly SampleFile[] {
  return STRAYS.map(({ code, asAt }) => ({
    name: `return-${code}-${asAt}.csv`,
    text: csvText(['practice_code,as_at_date,declared_status', `${code},${asAt},live`]),
    sender: { role: 'practice', org: code },
    receivedAt: momentOf(asAt, '15:00'),
    asAt: null,
  }));
}

/** Its own word and nothing behind it. */
export function strayTruth(): readonly Truth[] {
  return STRAYS.flatMap(({ code, asAt }) =>
    CHECK_DAYS.filter((validAt) => validAt >= asAt).map((validAt) => ({
      practice: code as PracticeCode,
      storyline: 'not-in-register',
      validAt,
      status: 'incomplete' as const,
    })),
  );
}
