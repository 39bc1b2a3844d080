import { hash } from 'node:crypto';
import type { Fact, Sender } from './fact.ts';

type Said = Pick<Fact, 'practice' | 'kind' | 'effectiveOn' | 'asAt' | 'values'>;

/**
 * The id of a statement: 32 hex digits of the SHA-256 over practice, kind, values, both days and the
 * sender. The same statement twice has one id; the same values said at a later date have another.
 */
export function statementId(said: Said, sender: Sender): string {
  const by = sender.org === undefined ? sender.role : `${sender.role}:${sender.org}`;
  const parts = [said.practice, said.kind, said.effectiveOn, said.asAt, by, canonical(said.values)];
  return hash('sha256', parts.join('\n'), 'hex').slice(0, 32);
}

/** JSON with its keys in code-unit order at every depth, so that equal values have equal text. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}
