import { BECAME, type Became, type DeliveryReport } from '../functions/alert/delivery-report.ts';
import { counted } from './words.ts';

const WORDS: Readonly<Partial<Record<Became, string>>> = {
  waiting: 'to be tried again',
  refused: 'refused by the receiver',
  dead: 'given up',
  uncertain: 'perhaps sent: see "rollout messages"',
  suppressed: 'not sent, as mail to the address came back before',
  'under-way': 'being sent by another run',
  'over-cap': 'left for the next run, as one run sends no more',
  failed: 'that could not be recorded',
};

/** What became of the messages of a run, each count that is not 0: `3 messages sent, 1 refused by the receiver`. */
export function deliveredInWords({ counts }: DeliveryReport): string {
  const others = BECAME.flatMap((became) => {
    const words = WORDS[became];
    return words === undefined || counts[became] === 0 ? [] : [`${counts[became]} ${words}`];
  });
  return [`${counted(counts.sent, 'message')} sent`, ...others].join(', ');
}
