import { ownWords } from './answer.ts';
import { STEPS } from './dpia-step-headings.ts';
import type { Evidence } from './evidence.ts';
import type { Flow } from './flow.ts';
import { type Labelled, labelKey, labelsIn } from './labels.ts';
import { foundAt } from './points.ts';

/** Fewer words of a writer's own under a heading are the form's remains. */
const WORDS_OF_A_STEP = 5;
const LAST = STEPS.length - 1;

/** A part of the form: its step, and the text under its heading. */
type Part = {
  readonly step: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** The parts of a DPIA by step: the text from a step's heading to the next heading of any step. */
function partsOf(flow: Flow): Part[] {
  const stepOf = new Map(
    STEPS.flatMap(({ headings }, step) => headings.map((each) => [labelKey(each), step] as const)),
  );
  const headings = labelsIn(
    flow,
    STEPS.flatMap(({ headings }) => headings),
  );
  return headings.map(({ label, at, answerAt, until }: Labelled) => {
    const step = stepOf.get(label)!;
    return { step, at, from: answerAt, to: until };
  });
}

/** Where the seventh step of a DPIA begins: its outcome and sign-off stand there. Null: it has no such heading. */
export function signOffFrom(flow: Flow): number | null {
  return partsOf(flow).findLast(({ step }) => step === LAST)?.at ?? null;
}

/**
 * Takes a DPIA, gives for each of the seven steps whether it was written: its heading stands there and
 * under it words of the practice's own, not only the form's questions. A step under another heading is
 * not found. `isSigned`: somebody approved or signed, which is what the last step is for.
 */
export function stepsIn(flow: Flow, isSigned: boolean): Evidence[] {
  const written = partsOf(flow).filter(({ step, from, to }) =>
    step === LAST ? isSigned : ownWords(flow.text.slice(from, to)) >= WORDS_OF_A_STEP,
  );
  return STEPS.map((_, step) => foundAt(written.find((each) => each.step === step)?.at));
}
