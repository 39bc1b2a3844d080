import { type Day, type Instant, londonMoment, longDay } from '../../../shared/calendar/day.ts';
import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Row } from '../../../shared/coverage/table.ts';
import { sourceInWords } from '../../../shared/policy/rule-book.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import type { Clause } from '../../../shared/state/decision.ts';
import {
  FLAG_WORDS,
  LABEL_WORDS,
  SIGNAL_WORDS,
  sentenceCase,
} from '../../../shared/state/words.ts';
import { clocksIn, clocksView } from '../clocks.ts';
import { clauseMeaning } from '../guidance/clause-words.ts';
import type { Answer, Asked, View } from '../route.ts';
import type { PracticeAsk, PracticeSays } from './practice-says.ts';
import { statusTag } from './status-tag.ts';

type Decision = PracticeSays['decision'];

/** The page of one practice. A proof to which the checker objects is said to be wrong, and not shown. */
export function practiceView(
  { says, tables }: Answer<PracticeSays>,
  { query, clocks, member }: Asked<PracticeAsk>,
): View {
  const { decision, name, objections } = says;
  const { practice } = decision;
  const path = `/practices/${practice}`;
  const seen = new Set(says.uploads);
  const source = (upload: string) =>
    `${path}/sources/${encodeURIComponent(upload)}${clocksIn(query, '?')}`;
  const rows = (tables[0]?.rows ?? []).map((row) => factView(row, seen, source));
  return {
    view: 'practice/practice.njk',
    title: name === null ? practice : `${name} (${practice})`,
    data: {
      name: name ?? practice,
      code: practice,
      isWrong: objections.length > 0,
      objections,
      status: statusTag(decision.status),
      towards: decision.towards,
      since: decision.since === null ? null : longDay(decision.since),
      explanation: decision.explanation,
      facts: placeLines(says, clocksIn(query, '&')),
      clocks: clocksView(clocks, query, path),
      done: query.get('done') === 'remarked' ? 'Your remark was kept.' : null,
      labels: decision.labels.map((label) => line(label, LABEL_WORDS[label])),
      toActOn: decision.signals.map((signal) => ({
        ...line(signal, SIGNAL_WORDS[signal]),
        uploads: says.reviewed
          .filter((one) => one.signal === signal)
          .map(({ upload }) => `/uploads/${encodeURIComponent(upload)}`),
      })),
      remarks: says.remarks.map(({ by, at, words }) => ({
        who: `${by}, ${londonMoment(at as Instant)}`,
        words,
      })),
      remarkAt: says.may_remark ? `${path}/remark` : null,
      limits: decision.flags.map((flag) => line(flag, FLAG_WORDS[flag])),
      better: betterOf(decision, says.supplier),
      next: nextOf(decision),
      tried: decision.proof.tried.map(({ clause, lacked }) => ({
        name: clauseName(clause),
        lacked,
      })),
      clause: clauseName(decision.proof.clause),
      clauseMeans: clauseMeaning(decision.proof.clause),
      deciding: rows.filter(({ decides }) => decides),
      beside: rows.filter(({ decides }) => !decides),
      policy: policyOf(decision),
      considered: counted(decision.proof.considered.count),
      sends: member.role === 'practice' || member.role === 'pcn-manager',
      json: `/api/v1${path}${clocksIn(query, '?')}`,
      list: `/practices${clocksIn(query, '?')}`,
      hasList: member.scope.type !== 'practices' || member.scope.codes.length > 1,
      alerts: `/alerts?practice=${practice}`,
    },
  };
}

function line(term: string, says: string) {
  return { text: says, href: `/glossary#${term}`, term: sentenceCase(term) };
}

function clauseName(clause: Clause): string {
  return sentenceCase(clause);
}

/** What an extract has to show only the supplier can send, once it has switched it on. */
function betterOf({ nearestBetter }: Decision, supplier: string | null) {
  if (nearestBetter === null) return null;
  const { status, ifOnly } = nearestBetter;
  const isSuppliers = ifOnly.every((one) => one.startsWith('an extract'));
  return {
    status: statusTag(status),
    ifOnly,
    ask: isSuppliers
      ? `Ask ${supplier ?? 'your system supplier'} to switch it on: its next extract will show it. For that there is no file for you to send.`
      : null,
  };
}

function nextOf({ nextChange }: Decision): string | null {
  if (nextChange === null) return null;
  return `On ${longDay(nextChange.on)} ${nextChange.because}, if nothing new arrives before.`;
}

function policyOf({ proof }: Decision) {
  return POLICY.filter(({ id }) => proof.policy.includes(id)).map((entry) => ({
    says: entry.says,
    announced: longDay(entry.announcedOn),
    source: sourceInWords(entry.source),
    href: `/rules#${entry.id}`,
  }));
}

function placeLines(says: PracticeSays, after: string) {
  const { place, icb_name, pcn_name, supplier, patients, configuration_seen_on } = says;
  const where = (key: string, code: string | null, name: string | null) =>
    code === null
      ? { text: 'Not known' }
      : {
          text: name === null ? code : `${name} (${code})`,
          href: `/practices?${key}=${code}${after}`,
        };
  return [
    { key: 'ICB', value: where('icb', place.icb, icb_name) },
    { key: 'Sub-ICB', value: where('sub-icb', place.subIcb, null) },
    { key: 'Primary care network', value: where('pcn', place.pcn, pcn_name) },
    { key: 'System supplier', value: { text: supplier ?? 'Not known' } },
    {
      key: 'Registered patients',
      value: { text: patients === null ? 'Not in the list file' : counted(patients) },
    },
    {
      key: 'Last in a supplier’s extract',
      value: {
        text: configuration_seen_on === null ? 'Never' : longDay(configuration_seen_on as Day),
      },
    },
  ];
}

/** A receipt where its reader may open it; else the part of the file that is about the practice. */
function factView(row: Row, seen: ReadonlySet<string>, source: (upload: string) => string) {
  const upload = String(row['upload']);
  const place =
    row['row'] === null
      ? ''
      : `, ${row['is_document'] === 'yes' ? 'page or paragraph' : 'row'} ${row['row']}`;
  return {
    says: String(row['says']),
    from: `${row['sender']}, received on ${longDay(String(row['received_on']) as Day)}${place}`,
    href: seen.has(upload) ? `/uploads/${encodeURIComponent(upload)}` : source(upload),
    decides: row['decides'] === 'yes',
  };
}
