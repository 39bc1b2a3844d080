import type { Act, Episode } from '../../../shared/alert/episode.ts';
import { HOW_WORDS } from '../../../shared/alert/messages/episode-words.ts';
import { londonDay, longDay } from '../../../shared/calendar/day.ts';
import { factInShort } from '../../../shared/coverage/moved/fact-words.ts';
import type { Column, Row, Table } from '../../../shared/coverage/table.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { ACT_WORDS } from './words.ts';

const FACTS = [
  { key: 'fact', heading: 'Fact', holds: 'code' },
  { key: 'says', heading: 'What it says', holds: 'text' },
  { key: 'as_at', heading: 'As at', holds: 'day' },
  { key: 'received_on', heading: 'Received', holds: 'day' },
  { key: 'sender', heading: 'From', holds: 'text' },
  { key: 'upload', heading: 'Upload', holds: 'code' },
] as const satisfies readonly Column[];

/** The facts that an alert rests on; of one that was taken back since, or of a merged practice, nothing. */
export function factsTable({ alert }: Episode, known: readonly Fact[]): Table {
  const byId = new Map(known.map((fact) => [fact.id, fact]));
  return {
    name: 'facts',
    title: 'Facts it rests on',
    says: 'A row is one fact of the ledger.',
    columns: FACTS,
    rows: alert.proof.facts.map((id) => factRow(id, byId.get(id))),
  };
}

const SENDERS: Readonly<Record<Fact['source']['sender']['role'], string>> = {
  practice: 'Practice',
  pcn: 'PCN',
  supplier: 'System supplier',
  icb: 'ICB',
  national: 'NHS England',
};

function factRow(id: string, fact: Fact | undefined): Row {
  if (fact === undefined) {
    return { fact: null, says: null, as_at: null, received_on: null, sender: null, upload: null };
  }
  const { sender, uploadId } = fact.source;
  return {
    // An id is a hash of what was said: of a count of people some hundreds of tries give it back (ADR 10).
    fact: fact.kind === 'access-counts' ? `${fact.kind} of upload ${uploadId}` : id,
    says: factInShort(fact),
    as_at: fact.asAt,
    received_on: londonDay(fact.receivedAt),
    sender: [SENDERS[sender.role], sender.org].filter(Boolean).join(' '),
    upload: uploadId,
  };
}

const ENTRIES = [
  { key: 'entry', heading: 'Policy entry', holds: 'code' },
  { key: 'says', heading: 'In plain English', holds: 'text' },
  { key: 'source', heading: 'Source', holds: 'text' },
] as const satisfies readonly Column[];

/** The policy entries that an alert rests on, the threshold first. */
export function entriesTable({ alert }: Episode): Table {
  return {
    name: 'policy',
    title: 'Rules it rests on',
    says: 'A row is one entry of the policy timeline.',
    columns: ENTRIES,
    rows: alert.proof.entries.map((id) => {
      const entry = POLICY.find((one) => one.id === id);
      return { entry: id, says: entry?.says ?? null, source: entry?.source ?? null };
    }),
  };
}

const ACTS = [
  { key: 'on', heading: 'When', holds: 'day' },
  { key: 'act', heading: 'What', holds: 'text' },
  { key: 'by', heading: 'Who', holds: 'text' },
  { key: 'says', heading: 'Details', holds: 'text' },
] as const satisfies readonly Column[];

/** What people did about an alert, the latest first. */
export function actsTable({ acts }: Episode): Table {
  return {
    name: 'acts',
    title: 'What people did',
    says: 'A row is one act, the latest first.',
    columns: ACTS,
    rows: acts.toReversed().map((act) => ({
      on: londonDay(act.at),
      act: ACT_WORDS[act.act],
      by: act.by,
      says: detailsOf(act),
    })),
  };
}

function detailsOf(act: Act): string {
  switch (act.act) {
    case 'acknowledged':
      return act.note ?? 'No note';
    case 'snoozed':
      return `Until ${longDay(act.until)}: ${act.reason}`;
    case 'assigned':
      return `To ${act.to}`;
    case 'chased':
      return [`${capital(HOW_WORDS[act.how])} on ${longDay(act.on)}`, act.note]
        .filter(Boolean)
        .join(': ');
    default:
      return act satisfies never;
  }
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
