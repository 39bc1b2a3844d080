import * as z from 'zod';
import type { PlacedEpisode } from '../../../shared/alert/messages/placed.ts';
import { RULE_WORDS, RULES } from '../../../shared/alert/rule.ts';
import { byCodeUnits } from '../../../shared/coverage/by-code-units.ts';
import type { WebDeps } from '../deps.ts';
import { type Answer, type Asked, reading } from '../route.ts';
import { alertTable } from './alert-table.ts';
import { alertsView } from './alerts-page.ts';
import { IcbAsked, oneOf } from './asked-words.ts';
import { type Look, lookAtAlerts, seesActs } from './look.ts';
import { isAsked, openAlertsFor, placesOf, pressingKey } from './open-alerts.ts';
import { PartQuery, partOf } from './part-of-list.ts';
import { SECTION_WORDS } from './words.ts';

const STATES = ['new', 'escalated', 'open', 'snoozed'] as const;

const Ask = z.object({
  icb: IcbAsked.describe('Only practices of this ICB, by its code'),
  rule: oneOf(RULES).describe('Only alerts of this rule'),
  state: oneOf(STATES).describe('Only those that are new, have escalated, are open or are snoozed'),
  ...PartQuery,
});
type Ask = z.output<typeof Ask>;

const Says = z.object({
  on: z.string().describe('The day up to which ages are counted'),
  found_on: z
    .string()
    .nullable()
    .describe('The day of the run that found them; null: none has run'),
  alerts: z.int().describe('All that are asked for'),
  practices: z.int(),
  by_rule: z.array(z.object({ rule: z.enum(RULES), words: z.string(), alerts: z.int() })),
  by_state: z.array(z.object({ state: z.string(), words: z.string(), alerts: z.int() })),
  icbs: z.array(z.object({ code: z.string(), name: z.string() })),
  page: z.int(),
  pages: z.int(),
  with_acts: z.boolean().describe('Whether the rows say what people did about them'),
});
export type AlertsSay = z.infer<typeof Says>;
export type AlertsAsk = Ask;

/** `/alerts`: what is open, worst first. */
export const alertsRoute = reading({
  path: '/alerts',
  about: 'Open alerts of the practices that you may see, worst first',
  ask: Ask,
  action: 'read-alerts',
  on: async () => ({ kind: 'own' }),
  answers: Says,
  answer: answerOf,
  page: alertsView,
});

async function answerOf(deps: WebDeps, asked: Asked<Ask>): Promise<Answer<AlertsSay>> {
  const { member, query, ask } = asked;
  const look = await lookAtAlerts(deps, asked.moment);
  const all = await openAlertsFor(deps, member, look);
  const icbOf = placesOf(look.england);
  const icb = ask.icb ?? null;
  const there = all.filter((one) => isAsked(one, { icb, rule: null, state: null }, icbOf));
  const filter = { icb, rule: ask.rule ?? null, state: ask.state ?? null };
  const shown = there.filter((one) => isAsked(one, filter, icbOf));
  const part = partOf(shown, { keyOf: pressingKey, query });
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
  return { says, tables: [alertTable(part.rows, { withActs, icbOf })], next: part.next };
}

function practicesIn(alerts: readonly PlacedEpisode[]): number {
  return new Set(alerts.map(({ episode }) => episode.alert.practice)).size;
}

function byRule(alerts: readonly PlacedEpisode[]): AlertsSay['by_rule'] {
  return RULES.map((rule) => ({
    rule,
    words: RULE_WORDS[rule],
    alerts: alerts.filter(({ episode }) => episode.alert.rule === rule).length,
  })).filter((one) => one.alerts > 0);
}

function byState(alerts: readonly PlacedEpisode[]): AlertsSay['by_state'] {
  return Object.entries(SECTION_WORDS).map(([state, words]) => ({
    state,
    words,
    alerts: alerts.filter(({ section }) => section === state).length,
  }));
}

function icbsOf(alerts: readonly PlacedEpisode[], { england }: Look): AlertsSay['icbs'] {
  const icbOf = placesOf(england);
  const codes = new Set(alerts.flatMap(({ episode }) => icbOf(episode) ?? []));
  return [...codes]
    .sort(byCodeUnits)
    .map((code) => ({ code, name: england.names.icb.get(code) ?? code }));
}
