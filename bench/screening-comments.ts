import type { Random } from '../local/sample/random.ts';

const four = (random: Random): string => String(random.between(1_000, 9_999));
const ten = (random: Random): string => `7${random.between(100_000_000, 999_999_999)}`;

/** What practices write beside a return: numbers, dates and names, none of them a patient's. */
export const CLEAN_COMMENTS: readonly ((random: Random) => string)[] = [
  () => '',
  () => 'plan goes to the partners on 12/01/2024',
  () => 'waiting for EMIS, see 1364731000000104 search',
  (random) => `list ${four(random)}, of which ${random.between(1, 999)} coded 104`,
  (random) => `ring the practice manager: mobile ${ten(random)}`,
  (random) => `tel ${ten(random)}`,
  (random) => `Contact: 0${ten(random)} or 01632 960${random.between(100, 999)}`,
  () => 'merged with Elm Tree Surgery 01/04/2010, DPIA by Dr John Sample 04/11/2022',
  () => 'no NHS numbers or dates of birth are sent',
  (random) => `ticket INC${four(random)}${four(random)}, version 2.16.840.1.113883`,
  (random) => `accounts 12,${random.between(100, 999)} (81.1%), on 31 10 23 a letter was sent`,
  () => 'AB12 3CD, branch at ZZ99 1AA; on 01-02-23 a second',
];
