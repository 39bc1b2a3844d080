import { isPracticeCode, type PracticeCode } from '../../practice/code.ts';
import type { ReadContext } from '../read-result.ts';
import type { ChecklistPoint } from './checklist.ts';
import type { Flow } from './flow.ts';
import { foundAt, pointOf } from './points.ts';
import { codesIn, nameAt } from './practice-named.ts';
import { NO_PRACTICE, SEVERAL_PRACTICES } from './refusals.ts';

/** The practice that a document is for, the line of the checklist that says whether it names it, and warnings; or why none can be told. */
export type WhichPractice =
  | {
      readonly ok: true;
      readonly code: PracticeCode;
      readonly named: ChecklistPoint;
      /** The text names other practices by their codes, and not this one. */
      readonly isOfOthers: boolean;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly why: typeof NO_PRACTICE };

const NAMED = { point: 'the practice named', needed: false };

/**
 * Takes a document and what is known of it, gives its practice: the one that the sender said, else the
 * sender's own, else the one whose code the text holds. Codes may be told; a name in the text shows
 * that a practice is named, and only a reader can tell whether it is this one.
 */
export function whichPractice(flow: Flow, context: ReadContext): WhichPractice {
  const codes = codesIn(flow, context.isRegistered);
  const registered = codes.filter(({ code }) => context.isRegistered(code));
  const inText = registered.length > 0 ? registered : codes;
  const told = context.about?.practice ?? ownCode(context);
  if (told === null && inText.length !== 1) {
    return { ok: false, why: inText.length === 0 ? NO_PRACTICE : SEVERAL_PRACTICES };
  }
  const code = told ?? inText[0]!.code;
  const own = codes.find((each) => each.code === code);
  const others = inText.filter((each) => each.code !== code).map((each) => each.code);
  const warnings = context.isRegistered(code) ? [] : [unregistered(code)];
  if (own !== undefined) {
    const named = { ...pointOf(NAMED, foundAt(own.at), flow), says: code };
    return { ok: true, code, named, isOfOthers: false, warnings };
  }
  if (others.length > 0) {
    const says = `names ${listed(others)}, not ${code}`;
    const named = { ...NAMED, found: false, at: flow.placeOf(inText[0]!.at), says };
    return {
      ok: true,
      code,
      named,
      isOfOthers: true,
      warnings: [
        ...warnings,
        `the document ${says}, so nothing in it counts: check which practice it is for, or write ${code} into it`,
      ],
    };
  }
  const named = pointOf(NAMED, foundAt(nameAt(flow)), flow);
  return { ok: true, code, named, isOfOthers: false, warnings };
}

/** A practice that sends a document speaks of itself. */
function ownCode({ sender: { role, org } }: ReadContext): PracticeCode | null {
  return role === 'practice' && org !== undefined && isPracticeCode(org) ? org : null;
}

function unregistered(code: PracticeCode): string {
  return `${code} is not in the register yet: the document is kept, and counts once the register lists it`;
}

const MOST_LISTED = 3;

function listed(codes: readonly PracticeCode[]): string {
  const shown = codes.slice(0, MOST_LISTED).join(', ');
  return codes.length > MOST_LISTED ? `${shown} and ${codes.length - MOST_LISTED} more` : shown;
}
