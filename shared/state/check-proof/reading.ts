import type { Day } from '../../calendar/day.ts';
import type { Fact, FactOf } from '../../evidence/fact.ts';
import { type Shown, shownOn } from './extracts.ts';
import { type Post, postOn } from './letters.ts';
import { type OptedIn, optedIn } from './opted-in.ts';
import { fallen, isChangeAsked, judgementsIn, type Read, readPaper } from './papers.ts';
import { type Planned, planned } from './planned.ts';
import { greatest, ofKind, word, wordNear } from './rank.ts';
import type { Rules } from './rules-in-force.ts';
import { type Scope, scopeOn } from './scope.ts';
import { type SupplierOn, supplierOn } from './supplier.ts';

/** What some facts say of one practice on one day, as the checker reads them. */
export type Reading = {
  readonly on: Day;
  readonly rules: Rules;
  readonly facts: readonly Fact[];
  readonly scope: Scope;
  readonly supplier: SupplierOn;
  readonly shown: Shown;
  readonly post: Post;
  readonly dpia: Read<'dpia'>;
  readonly plan: Planned;
  readonly optIn: OptedIn;
  readonly bulkDoneOn: { readonly is: Day; readonly by: Fact } | undefined;
  readonly declared: FactOf<'declared-status'> | undefined;
  readonly exemptions: readonly FactOf<'exemption'>[];
  readonly judgements: ReadonlyMap<string, FactOf<'review'>>;
  /** The newest document of some letter, of the DPIA or of the plan is one of which a change was asked. */
  readonly isChangeAsked: boolean;
  readonly judgedOut: {
    readonly letters: readonly FactOf<'pause-letter'>[];
    readonly dpia: readonly FactOf<'dpia'>[];
    readonly plan: readonly FactOf<'plan'>[];
  };
};

/** Reads facts for one day; they may come in any order. */
export function readingOf(
  given: readonly Fact[],
  practice: string,
  { on, rules }: Pick<Reading, 'on' | 'rules'>,
): Reading {
  const facts = given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const supplier = supplierOn(facts, on);
  const judgements = judgementsIn(facts);
  const letters = parted(ofKind(facts, 'pause-letter'), judgements);
  const dpias = parted(ofKind(facts, 'dpia'), judgements);
  const plans = parted(ofKind(facts, 'plan'), judgements);
  const dpia = readPaper(dpias.standing, on);
  const post = postOn(facts, letters.standing, { on, supplier });
  const papers = [
    dpias.standing,
    plans.standing,
    ...[...post.own, ...post.elsewhere].map(({ by }) => by),
    post.undated,
  ];
  const declared = ofKind(facts, 'declared-status').filter((d) => d.effectiveOn <= on);
  return {
    on,
    rules,
    facts,
    scope: scopeOn(facts, practice, on),
    supplier,
    shown: shownOn(facts, supplier.name, on),
    post,
    dpia,
    plan: planned(readPaper(plans.standing, on), on),
    optIn: optedIn(dpia, facts, on),
    bulkDoneOn: readPaper(ofKind(facts, 'bulk-104'), on).field('doneOn'),
    declared: greatest(declared, wordNear(on)),
    exemptions: exemptionsOn(facts, on),
    judgements,
    isChangeAsked: papers.some((said) => isChangeAsked(said, judgements, on)),
    judgedOut: {
      letters: letters.out.filter((l) => (l.values.sentOn ?? l.effectiveOn) <= on),
      dpia: dpias.out.filter((d) => d.effectiveOn <= on),
      plan: plans.out.filter((p) => p.effectiveOn <= on),
    },
  };
}

function parted<F extends FactOf<'pause-letter'> | FactOf<'dpia'> | FactOf<'plan'>>(
  said: readonly F[],
  judgements: Reading['judgements'],
) {
  const out = fallen(said, judgements);
  return { out, standing: said.filter((fact) => !out.includes(fact)) };
}

/** Of two that begin on one day at one level the later word is a correction, of the end too. */
function exemptionsOn(facts: readonly Fact[], on: Day): readonly FactOf<'exemption'>[] {
  const all = ofKind(facts, 'exemption');
  const isSame = (a: (typeof all)[number], b: (typeof all)[number]) =>
    a.values.level === b.values.level && a.effectiveOn === b.effectiveOn;
  return all.filter(
    (e) =>
      e.effectiveOn <= on &&
      on <= e.values.endsOn &&
      greatest(
        all.filter((other) => isSame(e, other)),
        word,
      ) === e,
  );
}
