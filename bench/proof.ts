import { policyInForce } from '../shared/policy/timeline.ts';
import { decide, decideWithoutProof } from '../shared/state/decide.ts';
import { groupByPractice } from '../shared/state/practice-on-day.ts';
import { interleaved } from './interleaved.ts';
import { aim, ratio } from './report.ts';
import { AT, factsOf, sampleFiles } from './sample-facts.ts';

const TIMES = 9;
const AT_MOST = 1.2;

/**
 * Decisions with proof beside the same clauses without one, for every practice of the sample. A proof
 * works out its dearer parts only when they are read, so the aim is held against proofs read in full;
 * what the figures pay, which read none, stands beside it.
 */
export async function proof(): Promise<readonly string[]> {
  const practices = [...groupByPractice(factsOf(sampleFiles())).values()];
  const policy = policyInForce(AT);
  const took = await interleaved(
    {
      without: () => practices.map((facts) => decideWithoutProof(facts, AT, policy)),
      decided: () => practices.map((facts) => decide(facts, AT, policy)),
      readInFull: () => practices.map((facts) => whole(decide(facts, AT, policy).proof)),
    },
    TIMES,
  );
  const isMet = took.readInFull <= AT_MOST * took.without;
  const name = 'the same clauses without proof';
  return [
    `decisions, every part of every proof read: ${ratio(took.readInFull, took.without, name)}, ${aim(isMet, `at most ${AT_MOST}`)}`,
    `decisions for the figures alone, proofs left unread: ${ratio(took.decided, took.without, name)}`,
  ];
}

/** Reads every part of a proof, so that none of it is left to be worked out. */
function whole<P extends object>(lazy: P): P {
  return { ...lazy };
}
