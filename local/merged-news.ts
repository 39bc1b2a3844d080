import type { PracticeCode } from '../shared/practice/code.ts';
import type { StateMessage, StateMessages } from '../shared/store/ports.ts';

/** Practices a message may name, as in the cloud. */
const CODES_A_MESSAGE = 50;

/** State messages that wait until they are let go, each practice once however often it was named. */
export type MergedNews = StateMessages & {
  /** Gives what has gathered as messages of at most fifty practices, and forgets it. */
  letGo(): readonly StateMessage[];
};

/**
 * Gathers the news for the state step. Working out a state is idempotent and looks at all facts of
 * a practice, so sixty files about one practice need one working out and not sixty.
 */
export function mergedNews(): MergedNews {
  const gathered = new Map<StateMessage['validAt'], Set<PracticeCode>>();
  return {
    async send(codes, validAt) {
      const those = gathered.get(validAt) ?? new Set();
      gathered.set(validAt, those);
      for (const code of codes) those.add(code);
    },
    letGo() {
      const messages = [...gathered].flatMap(([validAt, codes]) => inMessages([...codes], validAt));
      gathered.clear();
      return messages;
    },
  };
}

function inMessages(
  codes: readonly PracticeCode[],
  validAt: StateMessage['validAt'],
): readonly StateMessage[] {
  const messages: StateMessage[] = [];
  for (let at = 0; at < codes.length; at += CODES_A_MESSAGE) {
    const practices = codes.slice(at, at + CODES_A_MESSAGE);
    messages.push({ practices, ...(validAt !== undefined && { validAt }) });
  }
  return messages;
}
