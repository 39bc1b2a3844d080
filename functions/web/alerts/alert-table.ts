import type { PlacedEpisode } from '../../../shared/alert/messages/placed.ts';
import { RULE_WORDS } from '../../../shared/alert/rule.ts';
import { londonDay } from '../../../shared/calendar/day.ts';
import type { Column, Row, Table } from '../../../shared/coverage/table.ts';
import type { placesOf } from './open-alerts.ts';
import { SECTION_WORDS, stepInWords } from './words.ts';

const FOUND = [
  { key: 'episode', heading: 'Episode', holds: 'code' },
  { key: 'practice_code', heading: 'Practice code', holds: 'code' },
  { key: 'practice_name', heading: 'Practice', holds: 'text' },
  { key: 'icb_code', heading: 'ICB', holds: 'code' },
  { key: 'rule', heading: 'Alert', holds: 'text' },
  { key: 'state', heading: 'State', holds: 'text' },
  { key: 'because', heading: 'What was found', holds: 'text' },
  { key: 'since', heading: 'Since', holds: 'day' },
  { key: 'noticed_on', heading: 'First noticed', holds: 'day' },
  { key: 'weeks_open', heading: 'Weeks open', holds: 'count' },
  { key: 'step', heading: 'Ladder', holds: 'text' },
  { key: 'patients', heading: 'Registered patients', holds: 'count' },
  { key: 'closed_by', heading: 'What would close it', holds: 'text' },
] as const satisfies readonly Column[];

const DONE = [
  { key: 'last_chased_on', heading: 'Last chased', holds: 'day' },
  { key: 'last_chased_how', heading: 'How', holds: 'text' },
  { key: 'last_chased_by', heading: 'Chased by', holds: 'text' },
  { key: 'chases', heading: 'Chases', holds: 'count' },
  { key: 'acknowledged_by', heading: 'Acknowledged by', holds: 'text' },
  { key: 'acknowledged_on', heading: 'Acknowledged', holds: 'day' },
  { key: 'assigned_to', heading: 'Assigned to', holds: 'text' },
  { key: 'snoozed_until', heading: 'Snoozed until', holds: 'day' },
  { key: 'snooze_reason', heading: 'Why snoozed', holds: 'text' },
] as const satisfies readonly Column[];

/** Open alerts, a row each, in the order given. `withActs`: what people did about them too. */
export function alertTable(
  alerts: readonly PlacedEpisode[],
  { withActs, icbOf }: { readonly withActs: boolean; readonly icbOf: ReturnType<typeof placesOf> },
): Table {
  return {
    name: 'alerts',
    title: 'Open alerts, worst first',
    says: 'A row is one alert of one practice, in the order asked for; those that are snoozed last.',
    columns: withActs ? [...FOUND, ...DONE] : FOUND,
    rows: alerts.map((placed) => ({
      ...found(placed, icbOf(placed.episode)),
      ...(withActs && done(placed)),
    })),
  };
}

function found(placed: PlacedEpisode, icb: string | null): Row {
  const { episode, standing, section, ladder } = placed;
  const { alert, about } = episode;
  return {
    episode: episode.id,
    practice_code: alert.practice,
    practice_name: about.name,
    icb_code: icb,
    rule: RULE_WORDS[alert.rule],
    state: SECTION_WORDS[section],
    because: alert.because,
    since: alert.since,
    noticed_on: episode.noticedOn,
    weeks_open: standing.weeks,
    step: stepInWords(standing.step, ladder),
    patients: about.patients,
    closed_by: alert.closedBy,
  };
}

function done({ standing }: PlacedEpisode): Row {
  const { lastChase, chases, acknowledged, assignedTo, snooze } = standing;
  return {
    last_chased_on: lastChase?.on ?? null,
    last_chased_how: lastChase?.how ?? null,
    last_chased_by: lastChase?.by ?? null,
    chases,
    acknowledged_by: acknowledged?.by ?? null,
    acknowledged_on: acknowledged === null ? null : londonDay(acknowledged.at),
    assigned_to: assignedTo,
    snoozed_until: snooze?.until ?? null,
    snooze_reason: snooze?.reason ?? null,
  };
}
