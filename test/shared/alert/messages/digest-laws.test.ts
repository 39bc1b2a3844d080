import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Episode } from '../../../../shared/alert/episode.ts';
import { digestOf } from '../../../../shared/alert/messages/digest.ts';
import { RULES } from '../../../../shared/alert/rule.ts';
import type { LastDigest } from '../../../../shared/alert/told.ts';
import { addDays } from '../../../../shared/calendar/day.ts';
import { act, digestAsk, digestOn, episode, ON } from './asks.ts';

const seldom = fc.nat(5).map((n) => n === 0);

const anEpisode = fc
  .record({
    practice: fc.nat(60),
    rule: fc.constantFrom(...RULES),
    days: fc.nat(120),
    number: fc.integer({ min: 1, max: 2 }),
    patients: fc.option(fc.nat(30_000)),
    sleeps: seldom,
    isClosed: seldom,
  })
  .map(({ practice, rule, days, number, patients, sleeps, isClosed }) =>
    episode({
      code: `A8${1000 + practice}`,
      name: `SURGERY ${practice}`,
      rule,
      number,
      patients,
      openedOn: addDays(ON, -days),
      acts: sleeps
        ? [act({ act: 'snoozed', until: '2024-01-08', reason: 'A reason', by: 'Jo Brown' })]
        : [],
      ...(isClosed ? { closed: { on: '2023-12-01', words: 'It is live.' } } : {}),
    }),
  );

const episodes = fc.uniqueArray(anEpisode, {
  maxLength: 200,
  size: 'max',
  selector: ({ id }) => id,
});
const since = fc.constantFrom(null, digestOn('2023-11-27'), digestOn('2023-10-30'));

function digest(all: readonly Episode[], from: LastDigest | null) {
  const isOpen = ({ closed }: Episode) => closed === null;
  const ask = digestAsk(
    all.filter(isOpen),
    all.filter((one) => !isOpen(one)),
  );
  return digestOf({ ...ask, since: from })!;
}

/** The ids of episodes under which something is said, as often as it is said. */
function idsIn(text: string): readonly string[] {
  const plain = text.replace(/<\/?(code|a)\b[^>]*>/g, '').replace(/\s+/g, ' ');
  return [...plain.matchAll(/Episode (A8\d{4}-[a-z0-9-]+-\d)/g)].map(([, id]) => id!).sort();
}

const codesIn = (text: string) => [...new Set(text.match(/A8\d{4}/g))].sort();

type Json = {
  counts: Record<'all' | 'new' | 'escalated' | 'open' | 'snoozed' | 'closed', number>;
  byRule: Record<string, number>[];
  episodes: { id: string }[];
  closed: { id: string }[];
  notListed: { alerts: number; closed: number };
};

test('every alert stands in a digest exactly once, or is counted among those not listed', () => {
  fc.assert(
    fc.property(episodes, since, (all, from) => {
      const { text, json } = digest(all, from);
      const { notListed } = json as Json;
      const ids = idsIn(text);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length + notListed.alerts + notListed.closed).toBe(all.length);
      const left = [...text.matchAll(/And (?:\d+ more practices?\s+with\s+(\d+)|(\d+) more)/g)];
      const counted = left.reduce((sum, [, a, b]) => sum + Number(a ?? b), 0);
      expect(counted).toBe(notListed.alerts + notListed.closed);
    }),
    { numRuns: 60 },
  );
});

test('text, HTML and data name the same alerts and the same practices', () => {
  fc.assert(
    fc.property(episodes, since, (all, from) => {
      const { text, html, json } = digest(all, from);
      const data = json as Json;
      const ids = [...data.episodes, ...data.closed].map(({ id }) => id).sort();
      expect(idsIn(text)).toEqual(ids);
      expect(idsIn(html)).toEqual(ids);
      const codes = codesIn(JSON.stringify(data));
      expect(codesIn(text)).toEqual(codes);
      expect(codesIn(html)).toEqual(codes);
    }),
    { numRuns: 60 },
  );
});

test('the counts of a digest add up, by section and by rule, to those of its subject', () => {
  fc.assert(
    fc.property(episodes, since, (all, from) => {
      const { subject, json } = digest(all, from);
      const { counts, byRule } = json as Json;
      const open = all.filter(({ closed }) => closed === null).length;
      expect(counts.all).toBe(open);
      expect(counts.new + counts.escalated + counts.open + counts.snoozed).toBe(open);
      for (const [name, count] of Object.entries(counts)) {
        expect(byRule.reduce((sum, row) => sum + row[name]!, 0)).toBe(count);
      }
      if (all.length === 0) expect(subject).toBe('No alert in Example ICB (QHM)');
      else expect(subject).toMatch(new RegExp(`^${open} alerts? in `));
      if (all.length > 0 && from !== null) {
        expect(subject).toContain(`: ${counts.new} new, ${counts.closed} closed`);
      }
    }),
    { numRuns: 60 },
  );
});

test('a digest is the same whatever the order of its episodes', () => {
  fc.assert(
    fc.property(episodes, since, (all, from) => {
      expect(digest(all.toReversed(), from)).toEqual(digest(all, from));
    }),
    { numRuns: 30 },
  );
});
