import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';

/** What a pause letter to the system supplier does: the three vintages of November 2022. */
export const LETTERS: readonly PolicyEntry[] = [
  {
    id: 'letter-pauses-by-right',
    announcedOn: day('2019-04-01'),
    effectiveFrom: day('2019-04-01'),
    says: "A practice's letter to its system supplier pauses automatic access: as data controller the practice may instruct the supplier. The right is as old as the programme, so the day is that of the programme's start.",
    change: { topic: 'letter-effect', effect: 'paused' },
    source:
      "Seed 000 states the right, with no day; the day is that of the programme's start, the GP contract of April 2019",
    supersedes: [],
  },
  {
    id: 'letter-delays-to-30-november-2022',
    announcedOn: day('2022-11-01'),
    effectiveFrom: day('2022-11-01'),
    says: 'A letter sent by 5pm on 4 November 2022 delays automatic access to 30 November 2022; after that only bulk coding with 104 prevents it. A later letter changes nothing.',
    change: {
      topic: 'letter-effect',
      effect: 'scheduled',
      sentBy: { day: day('2022-11-04'), time: '17:00' },
      switchOn: day('2022-11-30'),
      suppliers: ['EMIS', 'TPP'],
    },
    source:
      'Seed 000 (update of 1 November); Pulse, 2 November 2022, and RCGP statement, update of 2 November 2022 (guidance published on the evening of 1 November)',
    supersedes: ['letter-pauses-by-right'],
  },
  {
    id: 'letter-pauses-until-further-notice',
    announcedOn: day('2022-11-29'),
    effectiveFrom: day('2022-11-01'),
    says: 'A letter to the supplier, whenever it was or is sent, pauses automatic access until further notice.',
    change: { topic: 'letter-effect', effect: 'paused' },
    source: 'Seed 003; seed 001; RCGP statement, update of 30 November 2022',
    supersedes: ['letter-pauses-by-right', 'letter-delays-to-30-november-2022'],
  },
];
