import type { PracticeCode } from '../../practice/code.ts';
import type { Links } from './links.ts';
import { type Block, heading, paragraph } from './sheet.ts';

type Ask = { readonly practice: PracticeCode; readonly links: Links };

/** How a practice sends what is missing: in the browser where there is an address, and by command. */
export function howToSend({ practice, links }: Ask): readonly Block[] {
  const { submit } = links;
  return [
    heading('How to send it'),
    ...(submit === null ? [] : [paragraph({ link: submit, says: 'Send it in your browser' })]),
    paragraph('Empty files to fill in, with notes on every column:'),
    { block: 'commands', lines: ['rollout templates --out templates'] },
    paragraph('Then a status return, or a letter, plan or DPIA as a PDF or Word file:'),
    {
      block: 'commands',
      lines: [
        `rollout submit RETURN --from practice --org ${practice}`,
        `rollout submit DOCUMENT --practice ${practice}`,
      ],
    },
    paragraph('Please send nothing that names or describes a patient: such a file is refused.'),
  ];
}

/** What a practice does that knows better than our records. */
export function ifWrong(): readonly Block[] {
  return [
    heading('If this is wrong'),
    paragraph(
      'Send a status return with today’s date and what is true: the newest word of a practice counts. If it is about your supplier’s extract, or you are not sure, tell your ICB, which can put it right with you.',
    ),
  ];
}
