import type { PracticeCode } from '../../shared/practice/code.ts';
import type { Actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import type { Outsider } from './outsiders.ts';
import { CHECK_DAYS } from './programme-dates.ts';
import type { Truth } from './sample.ts';
import { intendedOn } from './script.ts';

/** What the script meant, practice by practice and check day by check day; nothing before a practice was heard of. */
export function truthOf(actors: readonly Actor[], others: readonly Outsider[]): readonly Truth[] {
  const outside = others.flatMap(({ code, kind }) =>
    CHECK_DAYS.map((validAt) => ({
      practice: code as PracticeCode,
      storyline: kind,
      validAt,
      status: 'out-of-scope' as const,
    })),
  );
  const inside = actors.flatMap(({ practice, storyline, script }) =>
    CHECK_DAYS.flatMap((validAt) => {
      const status = intendedOn(script, validAt);
      return status === undefined ? [] : [{ practice: practice.code, storyline, validAt, status }];
    }),
  );
  return [...inside, ...outside];
}

/** The truth as a file, a line for each practice and check day. */
export function truthCsv(truth: readonly Truth[]): string {
  const rows = truth.map((t) => csvLine([t.practice, t.validAt, t.status, t.storyline]));
  return csvText(['practice_code,valid_at,status,storyline', ...rows]);
}
