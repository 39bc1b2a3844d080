import { FEWEST_CHANGES, LONGEST, type Past, spansAt } from './spans.ts';

/** Of so many past shares, how many lay within the interval that would have been forecast for them. */
export type BackTest = { readonly held: number; readonly checked: number };

/** Floating point may put a share that did not move a hair outside an interval of no width. */
const HAIR = 1e-9;

/**
 * Rolling origin: in every past week with history enough, forecasts 1 to 12 weeks ahead from what was
 * known of the past by then, each held against the share that came.
 */
export function backTest(past: Past): BackTest {
  const { shares } = past;
  let [held, checked] = [0, 0];
  for (let t = FEWEST_CHANGES; t + 1 < shares.length; t++) {
    const spans = spansAt(past, t);
    for (let h = 1; h <= LONGEST && t + h < shares.length; h++) {
      const { low, high } = spans[h - 1]!;
      const share = shares[t + h]!;
      checked += 1;
      if (share >= low - HAIR && share <= high + HAIR) held += 1;
    }
  }
  return { held, checked };
}

/** Several together. */
export function addedUp(tests: readonly BackTest[]): BackTest {
  return tests.reduce(
    (sum, { held, checked }) => ({ held: sum.held + held, checked: sum.checked + checked }),
    { held: 0, checked: 0 },
  );
}
