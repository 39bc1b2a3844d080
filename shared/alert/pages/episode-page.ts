import { addDays, type Day, londonDay, longDay } from '../../calendar/day.ts';
import { counted } from '../../coverage/figure-words.ts';
import type { PolicyEntry, PolicyInForce } from '../../policy/entry.ts';
import { type Markup, markup } from '../../release/page/markup.ts';
import type { Act, Episode } from '../episode.ts';
import { HOW_WORDS } from '../messages/episode-words.ts';
import { practiceOf } from '../messages/subject-line.ts';
import { RULE_WORDS, type Rule } from '../rule.ts';
import type { Page } from './page.ts';
import { row } from './unsubscribe.ts';

/** What the page of an episode is made from. */
export type EpisodePageAsk = {
  readonly episode: Episode;
  /** What commissioners noted is shown to those of the practice's own place alone. */
  readonly withActs: boolean;
  /** The day on which it is looked at. */
  readonly on: Day;
  readonly ladder: PolicyInForce['ladder'];
  /** All policy entries, in force or not: the proof may rest on one that has gone. */
  readonly entries: readonly PolicyEntry[];
};

/** One episode to read: the practice, what was found and since when, the ladder, what people did, its proof, and what would close it. */
export function episodePage(ask: EpisodePageAsk): Page {
  const { episode, withActs } = ask;
  const { alert, about, closed } = episode;
  return {
    title: practiceOf(episode),
    body: markup`<div class="found">
<p><strong>${RULE_WORDS[alert.rule]}</strong>${closed === null ? ' (open)' : ' (closed)'}</p>
<p>${alert.because}</p>
</div>
${closed === null ? null : closedPart(episode)}
<dl>
${row('Episode', markup`<code>${episode.id}</code>`)}
${row('Since', longDay(alert.since))}
${row('First noticed', longDay(episode.noticedOn))}
${row('Registered patients', about.patients === null ? 'Not listed' : counted(about.patients))}
${places(episode)}
</dl>
${closed === null ? markup`<h2>What would close it</h2><p>${alert.closedBy}</p>` : null}
${closed === null ? ladderPart(ask) : null}
${withActs ? actsPart(episode) : null}
${before(episode)}
${proofPart(ask)}`,
  };
}

function closedPart({ closed }: Episode): Markup | null {
  if (closed === null) return null;
  const goesOn = closed.passedTo === null ? '' : ` It goes on as episode ${closed.passedTo}.`;
  return markup`<h2>Closed on ${longDay(closed.on)}</h2><p>${closed.words}${goesOn}</p>`;
}

function places({ about }: Episode): readonly (Markup | null)[] {
  const place = (term: string, code: string | null) => (code === null ? null : row(term, code));
  return [
    place('ICB', about.icb),
    place('Sub-ICB location', about.subIcb),
    place('PCN', about.pcn),
  ];
}

function ladderPart({ episode, ladder, on }: EpisodePageAsk): Markup | null {
  if (ladder.length === 0) return null;
  const steps = ladder.map(({ change, says }) => {
    const due = addDays(episode.noticedOn, change.afterWeeks * 7);
    return markup`<li>${says} ${due <= on ? 'Reached' : 'Not yet: due'} on ${longDay(due)}.</li>
`;
  });
  return markup`<h2>Chasers</h2><ol>${steps}</ol>`;
}

function actsPart({ acts }: Episode): Markup {
  const said = acts.map(
    (act) => markup`<li>${actInWords(act)}</li>
`,
  );
  return markup`<h2>What people did</h2>
${said.length === 0 ? markup`<p>Nothing is recorded yet.</p>` : markup`<ul>${said}</ul>`}`;
}

function actInWords(act: Act): string {
  const on = longDay(londonDay(act.at));
  switch (act.act) {
    case 'acknowledged':
      return `Acknowledged by ${act.by} on ${on}.${noteOf(act.note)}`;
    case 'snoozed':
      return `Snoozed until ${longDay(act.until)} by ${act.by} on ${on}: ${act.reason}`;
    case 'assigned':
      return `Assigned to ${act.to} by ${act.by} on ${on}.`;
    case 'chased':
      return `Chased ${HOW_WORDS[act.how]} on ${longDay(act.on)} by ${act.by}.${noteOf(act.note)}`;
  }
}

function noteOf(note: string | null): string {
  return note === null ? '' : ` ${note}`;
}

function before({ reopens, passedFrom }: Episode): Markup | null {
  const said = [
    ...(reopens === null ? [] : [`It was found before: episode ${reopens}.`]),
    ...(passedFrom.length === 0
      ? []
      : [`It goes on with ${passedFrom.join(', ')}, of a practice that merged into this one.`]),
  ];
  return said.length === 0 ? null : markup`<h2>Before</h2><p>${said.join(' ')}</p>`;
}

/** Rules that rest on counts of people: the id of such a fact is a hash that would give the count back (ADR 10). */
const COUNTS_PEOPLE: ReadonlySet<Rule> = new Set<Rule>(['action-plan-104-missing']);

function proofPart({ episode, entries }: EpisodePageAsk): Markup {
  const { proof, rule } = episode.alert;
  const rules = proof.entries.map((id) => {
    const entry = entries.find((each) => each.id === id);
    return markup`<li>${entry === undefined ? null : `${entry.says} `}<code>${id}</code></li>
`;
  });
  const facts = proof.facts.map(
    (id) => markup`<li><code>${id}</code></li>
`,
  );
  return markup`<h2>What it rests on</h2>
${rules.length === 0 ? null : markup`<p>Rules:</p><ul>${rules}</ul>`}
${
  facts.length === 0
    ? markup`<p>No fact: it was found because something is missing.</p>`
    : COUNTS_PEOPLE.has(rule)
      ? markup`<p>Counts of people in its supplier’s extract, which are not shown here.</p>`
      : markup`<p>Facts in the ledger, by their ids:</p><ul>${facts}</ul>`
}`;
}
