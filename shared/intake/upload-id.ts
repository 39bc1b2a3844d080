import { hash } from 'node:crypto';
import { londonDay } from '../calendar/day.ts';
import type { Upload } from './receipt/receipt.ts';

type Handed = Pick<Upload, 'sha256' | 'sender' | 'asAt' | 'receivedAt' | 'about'>;

/**
 * The id of an upload: the London day on which it was received, then 12 hex digits over what was
 * handed in, by whom, for which day and when. The same hand-in again (after a crash) has the same
 * id; the same file sent once more at another moment has another.
 */
export function uploadId({ sha256, sender, asAt, receivedAt, about }: Handed): string {
  const parts = [sha256, sender.role, sender.org ?? '', asAt ?? '', receivedAt];
  if (about !== undefined) parts.push(about.practice ?? '', about.document ?? '');
  return `${londonDay(receivedAt)}-${hash('sha256', parts.join('\n'), 'hex').slice(0, 12)}`;
}
