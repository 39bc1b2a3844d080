import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';

/** Who is switched on without asking. National dates bind EMIS and TPP only (seeds 000 and 003). */
export const SWITCH_ON: readonly PolicyEntry[] = [
  {
    id: 'switch-on-refused-by-suppliers',
    announcedOn: day('2022-10-31'),
    effectiveFrom: day('2022-10-31'),
    says: 'EMIS and TPP will switch no practice on until the practice asks for it.',
    change: { topic: 'switch-on', phasedFrom: null, suppliers: ['EMIS', 'TPP'] },
    source:
      'Seed 000; Pulse, 31 October 2022 (EMIS had said so on Saturday 29 October, TPP on the 31st)',
    supersedes: [],
  },
  {
    id: 'switch-on-phased-november-2022',
    announcedOn: day('2022-11-01'),
    effectiveFrom: day('2022-11-01'),
    says: 'Practices that did not ask their supplier in time for a pause are switched on in phases from 1 November 2022.',
    change: { topic: 'switch-on', phasedFrom: day('2022-11-01'), suppliers: ['EMIS', 'TPP'] },
    source: 'Seed 000 (update of 1 November); Management in Practice, 2 November 2022',
    supersedes: ['switch-on-refused-by-suppliers'],
  },
  {
    id: 'switch-on-by-booking-only',
    announcedOn: day('2022-11-29'),
    effectiveFrom: day('2022-11-01'),
    says: 'There is no blanket switch-on: suppliers agree a date with each practice that has not asked for a pause, and only a booked date counts.',
    change: { topic: 'switch-on', phasedFrom: null, suppliers: ['EMIS', 'TPP'] },
    source: 'Seed 003; RCGP statement, update of 30 November 2022',
    supersedes: ['switch-on-refused-by-suppliers', 'switch-on-phased-november-2022'],
  },
  {
    id: 'switch-on-never-central',
    announcedOn: day('2023-09-01'),
    effectiveFrom: day('2023-09-01'),
    says: 'There will be no central automatic switch-on: EMIS practices book one of the last dates, TPP practices switch themselves on.',
    change: { topic: 'switch-on', phasedFrom: null, suppliers: ['EMIS', 'TPP'] },
    source:
      'Management in Practice, 1 September 2023, first report of an NHS England bulletin of the week before',
    supersedes: ['switch-on-by-booking-only'],
  },
];
