import { isRegisterCode, type PracticeCode } from '../../practice/code.ts';
import { RULES, type Rule } from '../rule.ts';

/** What an episode's id is made of; `number` counts from 1 on for each practice and rule. */
type EpisodeIdParts = {
  readonly practice: PracticeCode;
  readonly rule: Rule;
  readonly number: number;
};

/** The id of an episode: `A81001-stalled-2`. */
export function episodeId(practice: PracticeCode, rule: Rule, number: number): string {
  return `${practice}-${rule}-${number}`;
}

const ID = /^([a-z0-9]{6})-([a-z0-9-]+)-([1-9]\d{0,8})$/i;

/** Takes an id as people type it, a practice in lower case too; null where it is no id of an episode. */
export function partsOfEpisodeId(text: string): EpisodeIdParts | null {
  const [, code = '', named, digits] = ID.exec(text) ?? [];
  const practice = code.toUpperCase();
  const rule = RULES.find((one) => one === named);
  if (rule === undefined || !isRegisterCode(practice)) return null;
  return { practice, rule, number: Number(digits) };
}
