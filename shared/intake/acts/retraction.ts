import type { Fact } from '../../evidence/fact.ts';
import { mayRetract, standingFacts } from '../../evidence/known.ts';
import { type Acted, type Actor, actOf, cannot, whyNotText } from './act.ts';

/** What is to fall away: `of` is the id of a statement, or of a whole upload. */
export type RetractionAsked = Actor & { readonly of: string; readonly reason: string };

/**
 * Works out what a retraction says, from all facts there are. A statement falls as everybody said it up
 * to now under its id; an upload is withdrawn whole, and only as it said things: what another upload said
 * stays, and what this one had corrected counts again. The reason stays in the original; a fact says only
 * that one was given. Gives why not when nothing has that id, when all of it was retracted before, when
 * the sender is neither the statement's own nor NHS England, or when the reason holds patient data.
 */
export function retractionOf(asked: RetractionAsked, all: readonly Fact[]): Acted {
  const { of, reason, sender, receivedAt } = asked;
  const notText = whyNotText('the reason', reason);
  if (notText !== undefined) return cannot(notText);
  const targets = targetsOf(asked, all);
  if (typeof targets === 'string') return cannot(targets);
  const foreign = targets.find((fact) => !mayRetract(sender, fact));
  if (foreign !== undefined) return cannot(onlyFor(foreign));
  const statements = targets.map(({ id }) => id).sort();
  return actOf({
    actor: { sender, receivedAt },
    fileName: 'retraction.json',
    original: { retracts: of, statements, reason },
    news: targets.map(({ practice, id, source }) => ({
      kind: 'retraction',
      practice,
      values: {
        of: id,
        ...(source.uploadId === of && { upload: of }),
        reasonGiven: true,
      },
    })),
  });
}

/** What is still to be retracted, each statement once; or why there is none. */
function targetsOf({ of, receivedAt }: RetractionAsked, all: readonly Fact[]) {
  const named = all.filter(({ id, source }) => id === of || source.uploadId === of);
  if (named.length === 0) {
    return `Nothing in the ledger has the id ${of}. "rollout state CODE" shows the ids of statements, "rollout receipts" those of uploads.`;
  }
  const isNamed = new Set(named);
  const practices = new Set(named.map(({ practice }) => practice));
  const bearing = all.filter(({ practice }) => practices.has(practice));
  const standing = standingFacts(bearing, receivedAt).filter((fact) => isNamed.has(fact));
  if (standing.length === 0) {
    return `Nothing of ${of} stands any more: it was retracted before. If a state does not show that yet, run "rollout replay".`;
  }
  return [...new Map(standing.map((fact) => [fact.id, fact])).values()];
}

function onlyFor({ source: { sender } }: Fact): string {
  const { role, org } = sender;
  const own = org === undefined ? `--from ${role}` : `--from ${role} --org ${org}`;
  return `Only the sender of a statement or NHS England may retract it: use ${own}, or --from national.`;
}
