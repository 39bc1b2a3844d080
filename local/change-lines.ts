import type { StateChange, StateInShort } from '../shared/state/changed-by.ts';
import { counted } from './words.ts';

/** Practices that a page names; `--format json` names all of them. */
const SHOWN = 20;

/** What an upload changed, as lines for a page: how many practices by what to what, then the first of them by name. */
export function changeLines(changes: readonly StateChange[]): readonly string[] {
  if (changes.length === 0) return ["No practice's state changed because of it."];
  const more = changes.length - SHOWN;
  return [
    `It changed the state of ${counted(changes.length, 'practice')}:`,
    ...(changes.length > 1 ? counts(changes) : []),
    ...changes.slice(0, SHOWN).map((change) => `  ${changeLine(change)}`),
    ...(more > 0
      ? [`  and ${counted(more, 'practice')} more; --format json names all of them`]
      : []),
  ];
}

function counts(changes: readonly StateChange[]): readonly string[] {
  const byMove = new Map<string, number>();
  for (const change of changes) {
    const move = moveOf(change);
    byMove.set(move, (byMove.get(move) ?? 0) + 1);
  }
  return [...byMove]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([move, n]) => `  ${counted(n, 'practice')}: ${move}`);
}

function moveOf({ from, to }: StateChange): string {
  const [before, after] = [stateWords(from), stateWords(to)];
  return before === after ? `${before}, with other signals or labels` : `${before} -> ${after}`;
}

/** `A81001  THE SURGERY: incomplete, towards plan -> working towards; no longer plan lapsed`. */
function changeLine(change: StateChange): string {
  const { practice, name, from, to } = change;
  const [before, after] = [besides(from), besides(to)];
  const now = after.filter((word) => !before.includes(word)).map((word) => `now ${word}`);
  const gone = before.filter((word) => !after.includes(word)).map((word) => `no longer ${word}`);
  const isSame = stateWords(from) === stateWords(to);
  const move = isSame ? stateWords(to) : moveOf(change);
  const who = name === null ? practice : `${practice}  ${name}`;
  return `${who}: ${[move, ...now, ...gone].join('; ')}`;
}

function stateWords(state: StateInShort | null): string {
  if (state === null) return 'nothing known';
  const status = spaced(state.status);
  return state.towards === null ? status : `${status}, towards ${state.towards}`;
}

function besides(state: StateInShort | null): readonly string[] {
  return state === null ? [] : [...state.labels, ...state.signals].map(spaced);
}

function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}
