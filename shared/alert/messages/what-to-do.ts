import { type Block, heading, paragraph } from './sheet.ts';

const COMMANDS = [
  'rollout chase EPISODE --how telephone --by NAME',
  'rollout acknowledge EPISODE --by NAME',
  'rollout assign EPISODE --to WHO --by NAME',
  'rollout snooze EPISODE --until DAY --reason TEXT --by NAME',
];

/** What a commissioner can do about an alert. */
export function whatToDo(): readonly Block[] {
  return [
    heading('What you can do'),
    paragraph(
      'Record what you did, so that the next digest shows it. EPISODE is the id with each alert.',
    ),
    { block: 'commands', lines: COMMANDS },
  ];
}
