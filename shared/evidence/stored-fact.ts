import type { Fact } from './fact.ts';
import { FactSchema } from './fact.ts';
import { upcast } from './upcast.ts';

/**
 * Reads one fact as storage holds it (JSON of any schema version). Throws with the place of what is
 * wrong and never with its content, which may be a person's words.
 */
export function factFromJson(json: string): Fact {
  const read = FactSchema.safeParse(upcast(parsed(json)));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`not a fact: ${issue!.path.join('.') || 'the whole'}: ${issue!.message}`);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the text.
    throw new Error('not JSON');
  }
}
