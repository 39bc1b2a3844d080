import type { PlacedEpisode } from '../../../shared/alert/messages/placed.ts';
import { RULE_WORDS, RULES } from '../../../shared/alert/rule.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { WebDeps } from '../deps.ts';
import { partOf } from '../list/part-of-list.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { alertTable } from './alert-table.ts';
import { alertsView } from './alerts-page.ts';
import { AlertsAsk, AlertsSays } from './list-says.ts';
import { type Look, lookAtAlerts, seesActs } from './look.ts';
import { isAsked, listKey, openAlertsFor, placesOf } from './open-alerts.ts';
import { SECTION_WORDS } from './words.ts';

/** `/alerts`: what is open, worst first. */
export const alertsRoute = reading({
  path: '/alerts',
  about: 'Open alerts of the practices that you may see, worst first',
  ask: AlertsAsk,
  action: 'read-alerts',
  on: async () => ({ kind: 'own' }),
  answers: AlertsSays,
  answer: answerOf,
  page: alertsView,
});

async function answerOf(deps: WebDeps, asked: Asked<AlertsAsk>): Promise<Answer<AlertsSays>> {
  const { member, query, ask } = asked;
  const look = await lookAtAlerts(deps, asked.moment);
  const all = await openAlertsFor(deps, member, look);
  const icbOf = placesOf(look.england);
  const icb = ask.icb ?? null;
  const practice = ask.practice ?? null;
  const there = all.filter((one) =>
    isAsked(one, { practice, icb, rule: null, state: null }, icbOf),
  );
  const filter = { practice, icb, rule: ask.rule ?? null, state: ask.state ?? null };
  const shown = there.filter((one) => isAsked(one, filter, icbOf));
  const keyOf = listKey(ask.sort ?? 'longest');
  const sorted = shown
    .map((placed) => ({ placed, key: keyOf(placed) }))
    .sort((a, b) => byCodeUnits(a.key, b.key));
  const part = partOf(sorted, { keyOf: ({ key }) => key, query });
  const rows = part.rows.map(({ placed }) => placed);
  const withActs = seesActs(member);
  const says = {
    on: look.on,
    found_on: look.lastRun?.validAt ?? null,
    ...{ alerts: shown.length, practices: practicesIn(shown) },
    by_rule: byRule(there.filter((one) => isAsked(one, { ...filter, rule: null }, icbOf))),
    by_state: byState(there.filter((one) => isAsked(one, { ...filter, state: null }, icbOf))),
    icbs: icbsOf(all, look),
    ...{ page: part.page, pages: part.pages, with_acts: withActs },
  };
  return { says, tables: [alertTable(rows, { withActs, icbOf })], next: part.next };
}

function practicesIn(alerts: readonly PlacedEpisode[]): number {
  return new Set(alerts.map(({ episode }) => episode.alert.practice)).size;
}

function byRule(alerts: readonly PlacedEpisode[]): AlertsSays['by_rule'] {
  return RULES.map((rule) => ({
    rule,
    words: RULE_WORDS[rule],
    alerts: alerts.filter(({ episode }) => episode.alert.rule === rule).length,
  })).filter((one) => one.alerts > 0);
}

function byState(alerts: readonly PlacedEpisode[]): AlertsSays['by_state'] {
  return Object.entries(SECTION_WORDS).map(([state, words]) => ({
    state,
    words,
    alerts: alerts.filter(({ section }) => section === state).length,
  }));
}

function icbsOf(alerts: readonly PlacedEpisode[], { england }: Look): AlertsSays['icbs'] {
  const icbOf = placesOf(england);
  const codes = new Set(alerts.flatMap(({ episode }) => icbOf(episode) ?? []));
  return [...codes]
    .sort(byCodeUnits)
    .map((code) => ({ code, name: england.names.icb.get(code) ?? code }));
}
