import type { PracticeAt, Resource } from '../../../shared/access/resource.ts';
import type { Fact, Sender } from '../../../shared/evidence/fact.ts';
import type { PracticeCode } from '../../../shared/practice/code.ts';
import type { OnDay } from '../world.ts';

type Sent = {
  readonly sender: Sender;
  /** The practice that the sender named; null where none was. */
  readonly practice: PracticeCode | null;
  /** What was taken from it. */
  readonly facts: readonly Fact[];
};

/**
 * An upload as far as it decides who may see it: by whom it was sent, and the one practice that it is about,
 * named by its sender, its sender itself, or that of a document; where it is on the day.
 */
export function uploadResource(
  { sender, practice, facts }: Sent,
  onDay: OnDay,
): Extract<Resource, { kind: 'upload' }> {
  const code = practice ?? ownCode(sender) ?? ofDocument(facts);
  return { kind: 'upload', sender, practice: code === null ? null : placeOf(code, onDay) };
}

/** The ICB whose matter an upload is; null: none, or several. */
export function icbOf({
  sender: { role, org },
  practice,
}: Pick<Extract<Resource, { kind: 'upload' }>, 'sender' | 'practice'>): string | null {
  return practice?.icb ?? (role === 'icb' ? (org ?? null) : null);
}

/** Where a practice is on the day; nothing but its code is known of one that nobody has named. */
export function placeOf(code: PracticeCode, { byCode }: OnDay): PracticeAt {
  const place = byCode.get(code)?.place;
  return { code, icb: place?.icb ?? null, pcn: place?.pcn ?? null };
}

function ownCode({ role, org }: Sender): PracticeCode | null {
  return role === 'practice' && org !== undefined ? (org as PracticeCode) : null;
}

/**
 * A document is about one practice. A table may hold rows about others that said nothing new, so what was
 * taken from it does not tell whose it is: its part about one practice is shown by that practice's page.
 */
function ofDocument(facts: readonly Fact[]): PracticeCode | null {
  const [first, ...more] = facts;
  const isPaper =
    first !== undefined && 'document' in first.values && first.values.document !== null;
  if (!isPaper) return null;
  return more.every(({ practice }) => practice === first.practice) ? first.practice : null;
}
