import { namesSomebody, saidBy } from './answer.ts';
import type { Flow } from './flow.ts';
import { firstPart, type Labelled, labelKey, labelsIn } from './labels.ts';
import { isDenied } from './negation.ts';
import { anyOf, has, type Match, matchesOf } from './phrase.ts';
import type { Sought } from './sought.ts';
import { type Item, itemsIn } from './yes-no-items.ts';

/** Whether something stands in a document, and where: `no` is said in as many words, `silent` is not said. */
export type Evidence =
  | { readonly said: 'yes' | 'no'; readonly at: number }
  | { readonly said: 'silent' };

export const SILENT: Evidence = { said: 'silent' };

/** A document with all that is looked through in it. */
export type Searched = {
  readonly flow: Flow;
  readonly labelled: readonly Labelled[];
  readonly items: readonly Item[];
};

/** Takes a document and the labels that its kind may have, gives it ready to be searched. */
export function searchedFor(flow: Flow, labels: readonly string[]): Searched {
  return { flow, labelled: labelsIn(flow, labels), items: itemsIn(flow) };
}

/** Takes what is sought and a document, gives whether it stands there. */
export function evidenceOf(sought: Sought, searched: Searched): Evidence {
  const { flow, items, labelled } = searched;
  const about = items.filter(({ text }) => has(anyOf(sought.topics), text));
  const ticked = about.find(({ isYes }) => isYes);
  if (ticked !== undefined) return { said: 'yes', at: ticked.at };
  const isOpen = ({ at }: { readonly at: number }) =>
    !about.some((item) => item.at <= at && at <= item.end);
  const answers = answersTo(sought, labelled.filter(isOpen));
  const yes = answers.find(({ said }) => said === 'yes') ?? inText(sought, flow, isOpen);
  if (yes !== undefined) return { said: 'yes', at: yes.at };
  const denied = matchesOf(anyOf(sought.denies), flow.text).filter(isOpen);
  const no = answers.find(({ said }) => said === 'no') ?? denied[0];
  return no === undefined ? SILENT : { said: 'no', at: no.at };
}

type Answer = { readonly at: number; readonly said: 'yes' | 'no' | 'nothing' };

function answersTo({ labels, answer }: Sought, labelled: readonly Labelled[]): Answer[] {
  const mine = new Set(labels.map(labelKey));
  const said = answer === 'words' ? wordsSay : nameSays;
  return labelled
    .filter(({ label }) => mine.has(label))
    .map((each) => ({ at: each.at, said: said(each) }));
}

/** So many words after a label are an answer even without a verb; the less marks it, the likelier they are the next heading. */
const ENOUGH_WORDS = { colon: 2, line: 4, none: 5 } as const;
const BOXES = { ticked: 'yes', unticked: 'nothing' } as const;

function wordsSay({ answer, box, mark }: Labelled): Answer['said'] {
  return box === null ? saidBy(answer, ENOUGH_WORDS[mark]) : BOXES[box];
}

function nameSays({ answer, mark }: Labelled): Answer['said'] {
  return namesSomebody(firstPart(answer), mark !== 'none') ? 'yes' : 'nothing';
}

type IsOpen = (match: Match) => boolean;

function inText(sought: Sought, { text }: Flow, isOpen: IsOpen): Match | undefined {
  const undenied = (phrases: readonly string[]) =>
    matchesOf(anyOf(phrases), text).filter((match) => isOpen(match) && isSaid(text, match));
  if (sought.answer === 'words') {
    return undenied(sought.phrases).find((match) => !isExcepted(sought, match, text));
  }
  return (
    undenied(sought.phrases).find(({ end }) => namesSomebody(partAfter(text, end))) ??
    undenied(sought.afterName ?? []).find(({ at }) => namesSomebody(partBefore(text, at)))
  );
}

function isSaid(text: string, match: Match): boolean {
  const isTurned = isDenied(text, match.at, match.end) || isAdvice(text, match);
  return !isTurned && !ASKED.test(text.slice(match.end, match.end + LOOKED_BEHIND));
}

/** "Process to find and review sensitive records?" asks; nothing, a cross or another question after it is no answer. */
const ASKED = /^[^.;!?\n•]*\?\s*(?:$|_{3}|[☐✗✘]|(?:x|no|n)(?![\p{L}\d])|[^\n.;!?]*\?)/iu;

/** What a plan should hold is no plan: "practices should agree how staff are to be trained". */
const ADVICE = anyOf([
  '(practices|practice managers|you) (should|must|need to|may wish to|can|are asked|are advised|will need to)',
  '(for example|for instance|e\\.g\\.?)',
  '(it|plans?|dpias?) (should|may wish to|needs? to) (say|name|set|include|give|state|describe|cover|hold)',
]);
const LOOKED_BEHIND = 120;

function isAdvice(text: string, { at, end }: Match): boolean {
  const before = text
    .slice(Math.max(0, at - LOOKED_BEHIND), at)
    .split(SENTENCE_END)
    .at(-1)!;
  return has(ADVICE, before + text.slice(at, end));
}

const SENTENCE_END = /[.;!?] |[\n•]/u;
const RIGHT_BEFORE = 16;

/** "All staff except locums". */
function isExcepted({ unlessWith = [] }: Sought, { at, end }: Match, text: string): boolean {
  return has(anyOf(unlessWith), text.slice(Math.max(0, at - RIGHT_BEFORE), end));
}

/** A name may stand this far from the words that give it its part. */
const NEAR = 60;
const PART_END = /[.;\n•]/u;

function partAfter(text: string, end: number): string {
  return text.slice(end, end + NEAR).split(PART_END)[0]!;
}

function partBefore(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - NEAR), at)
    .split(PART_END)
    .at(-1)!;
}
