/**
 * The columns of a trend row: one scope in one week, as known at one instant. `newly_live`: practices that
 * are live and were not, or were in no denominator, the week before; `no_longer_live`: the reverse. Null in
 * the first week, as nothing comes before it.
 */
export const TREND_COLUMNS = [
  'week',
  'scope_type',
  'scope_code',
  'denominator',
  'practices',
  'live',
  'live_pct',
  'opt_in',
  'scheduled',
  'paused_by_letter',
  'working_towards',
  'reverted',
  'incomplete',
  'conflict',
  'no_evidence',
  'newly_live',
  'no_longer_live',
  'patients',
  'patients_live',
  'patients_live_pct',
] as const;
export type TrendColumn = (typeof TREND_COLUMNS)[number];
export type TrendRow = Readonly<Record<TrendColumn, string | number | null>>;
