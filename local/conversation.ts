import { londonDay, longDay } from '../shared/calendar/day.ts';
import { conversationOn, type Said, wordsIn } from '../shared/intake/acts/conversation.ts';
import type { Receipt } from '../shared/intake/receipt/receipt.ts';
import type { Machine } from './machine.ts';

/** What reviewers and the practice said of the document that an upload brought, in their own words, as lines. */
export async function conversationLines(
  { ledger, originals }: Pick<Machine, 'ledger' | 'originals'>,
  { checklist, sha256 }: Pick<Receipt, 'checklist' | 'sha256'>,
): Promise<readonly string[]> {
  if (checklist === null) return [];
  const said = conversationOn(sha256, await ledger.all());
  if (said.length === 0) return ['  Nobody has reviewed the document yet.'];
  const lines = said.map(async (one) => line(one, wordsIn(await originals.get(one.original))));
  return ['  Reviews and replies:', ...(await Promise.all(lines))];
}

function line({ fact }: Said, words: string | null): string {
  const { role, org } = fact.source.sender;
  const who = `${role === 'icb' || role === 'pcn' ? role.toUpperCase() : role} ${org ?? ''}`.trim();
  const what = fact.kind === 'reply' ? 'replied' : fact.values.judgement.replaceAll('-', ' ');
  // As JSON, so that no line break or control character of theirs passes for one of ours.
  const own = words === null ? '' : `: ${JSON.stringify(words)}`;
  return `    ${longDay(londonDay(fact.receivedAt))}, ${who}: ${what}${own}`;
}
