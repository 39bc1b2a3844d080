import { type Day, londonDay } from '../calendar/day.ts';
import type { Fact, Statement } from '../evidence/fact.ts';
import type { PracticeCode } from '../practice/code.ts';
import { supplierFrom } from '../practice/supplier.ts';
import { placeOf } from '../state/practice-on-day.ts';
import type { Problem, ReadResult } from './read-result.ts';
import type { Upload } from './receipt/receipt.ts';

type Sent = Pick<Upload, 'sender' | 'receivedAt'>;
type WhyNot = Pick<Problem, 'column' | 'problem' | 'remedy'>;

/**
 * Takes what a file says, who sent it and when, and what is known of the practices in it; gives it without
 * the rows that are not for this sender to say: each of those is a problem with its remedy, and costs no other
 * row. A practice speaks for itself; a PCN and an ICB for practices that are theirs on the day of receipt or
 * on the day that the row speaks of; a supplier for systems of its own. A practice of which no register had
 * said by then where it is may be anybody's: registers come late. NHS England speaks for all. Pure.
 * (Issues: access; an upload made on behalf of a practice by its PCN. ADR 6.)
 */
export function ownRows(read: ReadResult, sent: Sent, known: readonly Fact[]): ReadResult {
  const why = whyNotFor(sent, known);
  if (why === null) return read;
  const problems = new Map<number, Problem>();
  for (const { row, statements } of read.taken) {
    const whyNot = statements.map(why).find((one) => one !== undefined);
    if (whyNot !== undefined) problems.set(row, { row, found: null, ...whyNot });
  }
  if (problems.size === 0) return read;
  for (const { row, of } of read.duplicates) {
    const first = problems.get(of);
    if (first !== undefined) problems.set(row, { ...first, row });
  }
  const isOwn = ({ row }: { readonly row: number }) => !problems.has(row);
  return {
    ...read,
    taken: read.taken.filter(isOwn),
    duplicates: read.duplicates.filter(isOwn),
    warnings: read.warnings.filter(isOwn),
    problems: [...read.problems, ...problems.values()].sort((a, b) => a.row - b.row),
  };
}

type Why = (statement: Statement) => WhyNot | undefined;

/** Null: a sender that speaks for all, or one that gave no code to hold rows against. */
function whyNotFor({ sender, receivedAt }: Sent, known: readonly Fact[]): Why | null {
  const { role, org } = sender;
  if (org === undefined) return null;
  switch (role) {
    case 'practice':
      return ({ practice }) => (practice === org ? undefined : notYours(practice, org));
    case 'supplier':
      return notOfSupplier(org);
    case 'pcn':
    case 'icb':
      return notOfPlace({ role, org }, receivedAt, known);
    case 'national':
      return null;
    default:
      return role satisfies never;
  }
}

function notYours(practice: PracticeCode, org: string): WhyNot {
  return {
    column: 'practice_code',
    problem: `the row is about ${practice}, and ${org} speaks for itself only`,
    remedy: `Check the practice code. Another practice, its network or its ICB sends what is to be said of ${practice}.`,
  };
}

/** An organisation whose code is no supplier's name is not held against one. */
function notOfSupplier(org: string): Why | null {
  const own = supplierFrom(org);
  if (own === undefined) return null;
  return ({ values }) => {
    const supplier = 'supplier' in values ? values.supplier : null;
    if (supplier === null || supplier === own) return undefined;
    return {
      column: 'system_supplier',
      problem: `the row is about a practice on ${supplier}, and ${own} speaks for its own systems only`,
      remedy: `Check the supplier, such as ${own}, or leave the row to ${supplier}.`,
    };
  };
}

const PLACES = { pcn: 'the network', icb: 'the ICB' } as const;

function notOfPlace(
  { role, org }: { readonly role: 'pcn' | 'icb'; readonly org: string },
  receivedAt: Sent['receivedAt'],
  known: readonly Fact[],
): Why {
  const byPractice = Map.groupBy(known, ({ practice }) => practice);
  const placeOn = (practice: PracticeCode, on: Day): string | null => {
    // What a later register says of an earlier day is no ground to refuse a row.
    const facts = (byPractice.get(practice) ?? []).filter(({ asAt }) => asAt <= on);
    return placeOf(facts, { validAt: on, knownAt: receivedAt, rulesAt: on })[role];
  };
  return ({ practice, asAt }) => {
    const on = londonDay(receivedAt);
    const place = placeOn(practice, on);
    if (place === null || place === org) return undefined;
    const then = placeOn(practice, asAt);
    if (then === org) return undefined;
    return {
      column: 'practice_code',
      problem: `the row is about ${practice}, which is in ${PLACES[role]} ${place} by the register, and not in ${org}`,
      remedy: `Check the practice code. Where the register is behind, send the row again once a newer one has been taken in, or ask ${practice} to send it.`,
    };
  };
}
