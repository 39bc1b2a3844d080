import type { Release } from '../release.ts';
import { type Markup, markup } from './markup.ts';
import { figure, headlineOf } from './picks.ts';

/**
 * The headline in two sentences: the share of live practices, and between which bounds the true one
 * lies. Null where the coverage table has no row for the scope, or nobody is in it.
 */
export function headlineSentences(release: Release): Markup | null {
  const row = headlineOf(release);
  const share = figure(row, 'live_pct');
  const on = figure(row, 'as_at');
  if (share === null || on === null) return null;
  return markup`On ${on} automatic access was live at <strong>${share} of open GP practices</strong> (${figure(row, 'live')} of ${figure(row, 'practices')}). Counting every practice that we cannot be sure of first as not live and then as live, the share lies between <strong>${figure(row, 'live_pct_lower')}</strong> and <strong>${figure(row, 'live_pct_upper')}</strong>. Practices switched on since the latest extracts of their suppliers are not in it yet.`;
}

/** The three measures, which must never be mixed, beside each other. */
export function figurePanel(release: Release): Markup {
  const row = headlineOf(release);
  const of = (part: string, whole: string, words: string) => {
    const [some, all] = [figure(row, part), figure(row, whole)];
    return some === null || all === null ? null : `${some} of ${all} ${words}`;
  };
  return markup`<dl class="figures">
${oneFigure('Practices live', figure(row, 'live_pct'), of('live', 'practices', 'open practices'))}
${oneFigure('Patients at live practices', figure(row, 'patients_live_pct'), of('patients_live', 'patients', 'registered patients'))}
${oneFigure('Online accounts with access', figure(row, 'accounts_pct'), of('accounts_with_access', 'online_accounts', 'accounts of which both counts are known'))}
</dl>`;
}

function oneFigure(name: string, share: string | null, rest: string | null): Markup {
  const big = share === null ? 'No data' : share === '[c]' ? 'Confidential [c]' : share;
  return markup`<div><dt>${name}</dt><dd class="big">${big}</dd><dd>${rest ?? 'No data for this measure this week.'}</dd></div>`;
}
