import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attackerWith, smallCounts } from './attacker.ts';
import { publishedOf } from './published.ts';
import { anyWorld } from './worlds.ts';

const RUNS = 50;
/** Of a thousand small counts in such worlds fewer than one is hemmed in; see ADR 10. */
const HEMMED_IN_AT_MOST = 0.02;

describe('whoever has all files of a week and a solver', () => {
  test('cannot work out a small count, beyond what England’s totals say of it', () => {
    let tried = 0;
    let hemmedIn = 0;
    fc.assert(
      fc.property(anyWorld, (practices) => {
        const published = publishedOf(practices);
        const attacker = attackerWith(practices, published);
        const withTotals = attackerWith(practices, published, 'totals');
        for (const hidden of smallCounts(published)) {
          const [least, greatest] = attacker.rangeOf(hidden);
          tried += 1;
          if (least <= 1 && greatest >= 7) continue;
          const [lowest, highest] = withTotals.rangeOf(hidden);
          if (lowest < highest) expect(least, hidden.name).toBeLessThan(greatest);
          if (least > Math.max(1, lowest) || greatest < Math.min(7, highest)) hemmedIn += 1;
        }
      }),
      // A smaller world is no clearer, and looking for one takes minutes.
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(tried).toBeGreaterThan(RUNS);
    expect(hemmedIn).toBeLessThanOrEqual(HEMMED_IN_AT_MOST * tried);
  }, 60_000);
});

describe('every published row below England', () => {
  test('shows no count of 1 to 7, only multiples of 5, and shares of the counts shown', () => {
    fc.assert(
      fc.property(anyWorld, (practices) => {
        for (const { row } of publishedOf(practices)) {
          if (row.scope_type === 'national') continue;
          const { online_accounts: online, accounts_with_access: withAccess } = row;
          for (const count of [online, withAccess]) {
            if (typeof count !== 'number') continue;
            expect(count % 5).toBe(0);
            expect(count === 0 || count >= 10).toBe(true);
          }
          if (online === '[c]' || withAccess === '[c]') expect(row.accounts_pct).toBe('[c]');
          else if (!online) expect(row.accounts_pct).toBeNull();
          else {
            const share = (100 * Number(withAccess)) / Number(online);
            const off = Math.abs(Number(row.accounts_pct) - share);
            expect(off).toBeLessThanOrEqual(Number(online) >= 4_000 ? 0.0501 : 0.501);
            if (Number(online) < 4_000) expect(Number(row.accounts_pct) % 1).toBe(0);
          }
        }
      }),
    );
  });

  test('is the same whatever the order of the practices, and in every file that has it', () => {
    const shuffled = anyWorld.chain((practices) =>
      fc.tuple(
        fc.constant(practices),
        fc.shuffledSubarray([...practices], { minLength: practices.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([practices, others]) => {
        const rows = (published: ReturnType<typeof publishedOf>) =>
          published.map(({ row }) => JSON.stringify(row)).sort();
        expect(rows(publishedOf(others))).toEqual(rows(publishedOf(practices)));
        const ofEngland = new Map<string, unknown>();
        for (const { row, isOfEngland, members } of publishedOf(practices)) {
          const key = `${row.denominator} ${row.scope_type} ${row.scope_code} ${members.length}`;
          const shown = [row.online_accounts, row.accounts_with_access, row.accounts_pct];
          if (isOfEngland) ofEngland.set(key, shown);
          else expect(shown).toEqual(ofEngland.get(key) ?? hiddenOrNone(members.length));
        }
      }),
    );
  });
});

function hiddenOrNone(members: number) {
  return members === 0 ? [null, null, null] : ['[c]', '[c]', '[c]'];
}

test('England’s row is exact for open practices, and for no other set, which could be subtracted from it', () => {
  fc.assert(
    fc.property(anyWorld, (practices) => {
      for (const { row, members } of publishedOf(practices)) {
        if (row.scope_type !== 'national') continue;
        const counted = members.length > 0;
        if (row.denominator !== 'open') {
          expect(row.online_accounts).toBe(counted ? '[c]' : null);
          continue;
        }
        const online = members.reduce((total, p) => total + p.onlineAccounts!, 0);
        const withAccess = members.reduce((total, p) => total + p.accountsWithAccess!, 0);
        expect(row.online_accounts).toBe(counted ? online : null);
        expect(row.accounts_with_access).toBe(counted ? withAccess : null);
      }
    }),
  );
});
