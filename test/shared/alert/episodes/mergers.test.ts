import { describe, expect, it } from 'vitest';
import type { Found } from '../../../../shared/alert/found.ts';
import { day } from '../../../../shared/calendar/day.ts';
import {
  A,
  alertOf,
  B,
  C,
  foundOut,
  foundWith,
  type Kept,
  run,
  save,
  week,
  writesOn,
} from './runs.ts';

const STALLED = 'A81001-stalled-1';

/** A is stalled from w1 on; what is found in w5 is given. */
function afterMerger(found: readonly Found[], before: readonly Found[] = []): Kept {
  const kept: Kept = new Map();
  run(week(1), [foundWith(A, ['stalled'])], kept);
  run(week(3), [foundWith(A, ['stalled']), ...before], kept);
  run(week(5), found, kept);
  return kept;
}

describe('a practice that merged', () => {
  it('passes its episode to the one that its successor opens', () => {
    const kept = afterMerger([foundOut(A, B), foundWith(B, ['stalled'])]);
    expect(kept.get(STALLED)!.closed).toMatchObject({
      why: 'merged',
      words:
        'It merged into A81002, which has the same alert. It has been out of scope since 1 November 2023.',
      passedTo: 'A81002-stalled-1',
    });
    expect(kept.get('A81002-stalled-1')).toMatchObject({
      openedOn: week(5),
      noticedOn: week(1),
      passedFrom: [STALLED],
      version: 1,
    });
  });

  it('passes it to one that is already open, which keeps the earlier day', () => {
    const own = [foundWith(B, ['stalled'])];
    const kept = afterMerger([foundOut(A, B), ...own], own);
    expect(kept.get('A81002-stalled-1')).toMatchObject({
      openedOn: week(3),
      noticedOn: week(1),
      passedFrom: [STALLED],
      version: 2,
    });
  });

  it('passes it along a chain of mergers', () => {
    const kept = afterMerger([foundOut(A, B), foundOut(B, C), foundWith(C, ['stalled'])]);
    expect(kept.get(STALLED)!.closed).toMatchObject({
      words: expect.stringContaining('A81002, which merged into A81003, which has the same alert.'),
      passedTo: 'A81003-stalled-1',
    });
  });

  it('two that merge into one both go on in it', () => {
    const both = [foundWith(A, ['stalled']), foundWith(B, ['stalled'])];
    const kept: Kept = new Map();
    run(week(2), both, kept);
    run(week(5), [foundOut(A, C), foundOut(B, C), foundWith(C, ['stalled'])], kept);
    expect(kept.get('A81003-stalled-1')!.passedFrom).toEqual([STALLED, 'A81002-stalled-1']);
    expect(kept.get('A81002-stalled-1')!.closed!.passedTo).toBe('A81003-stalled-1');
  });

  it.each([
    ['has no such alert', [foundOut(A, B), foundWith(B, ['contradiction'])], 'has no such alert.'],
    ['is not known', [foundOut(A, B)], 'is not known here, so that nobody goes on with it.'],
    ['merged back into it', [foundOut(A, B), foundOut(B, A)], 'has no such alert.'],
  ])('closes and says so where its successor %s', (_, found, words) => {
    expect(afterMerger(found).get(STALLED)!.closed).toMatchObject({
      why: 'merged',
      words: expect.stringContaining(`It merged into A81002, which ${words}`),
      passedTo: null,
    });
  });

  it('is out of scope, and not merged, where the register names itself as the successor', () => {
    const kept = afterMerger([foundOut(A, A)]);
    expect(kept.get(STALLED)!.closed).toMatchObject({ why: 'out-of-scope', passedTo: null });
  });

  it('keeps its episode while it is still in scope, though its successor is known', () => {
    const still = foundWith(A, ['stalled'], { successor: B });
    expect(afterMerger([still, foundWith(B, ['stalled'])]).get(STALLED)!.closed).toBeNull();
  });

  it('is written after its successor, so that a run that stops between them loses nothing', () => {
    const kept = afterMerger([foundWith(A, ['stalled'])]);
    const found = [foundOut(A, B), foundWith(B, ['stalled'])];
    const [first, ...others] = writesOn(week(6), found, kept);
    expect([first!.id, ...others.map(({ id }) => id)]).toEqual(['A81002-stalled-1', STALLED]);
    save(kept, first!);
    expect(run(week(6), found, kept)).toEqual(others);
  });

  it('says that nobody goes on with it where the run stopped and its successor has got on since', () => {
    const kept = afterMerger([foundWith(A, ['stalled'])]);
    save(kept, writesOn(week(6), [foundOut(A, B), foundWith(B, ['stalled'])], kept)[0]!);
    const live = foundWith(B, [], { status: 'live', since: day('2023-11-06') });
    run(week(6), [foundOut(A, B), live], kept);
    expect(kept.get('A81002-stalled-1')).toMatchObject({
      passedFrom: [STALLED],
      closed: { why: 'live' },
    });
    expect(kept.get(STALLED)!.closed).toMatchObject({
      words: expect.stringContaining('which has no such alert.'),
      passedTo: null,
    });
  });

  it('tells its alerts apart by rule', () => {
    const kept: Kept = new Map();
    run(week(1), [foundWith(A, ['stalled', 'contradiction'])], kept);
    const alerts = [alertOf(B, 'contradiction')];
    run(week(2), [foundOut(A, B), foundWith(B, [], { alerts })], kept);
    expect(kept.get(STALLED)!.closed!.passedTo).toBeNull();
    expect(kept.get('A81001-contradiction-1')!.closed!.passedTo).toBe('A81002-contradiction-1');
  });
});
