import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';

/**
 * The dates by which practices were to be live, one entry for each time the date moved.
 * A source that names only a month or a season is read as up to its last day: nobody is late
 * before it is over. Where no page gives the day of an announcement, the day stands on which a page
 * first reports it, and the source says so.
 */
export const TARGETS: readonly PolicyEntry[] = [
  {
    id: 'target-december-2021',
    announcedOn: day('2021-10-29'),
    effectiveFrom: day('2021-10-29'),
    says: 'New record entries become visible to patients from December 2021, at TPP practices first; EMIS practices were to follow early in 2022.',
    change: { topic: 'target', share: 100, by: day('2021-12-31') },
    source:
      'Management in Practice, 29 October 2021, first report of the NHS Digital announcement; "December" read as up to its last day, and the first date announced taken for all practices',
    supersedes: [],
  },
  {
    id: 'target-april-2022',
    announcedOn: day('2021-11-24'),
    effectiveFrom: day('2021-11-24'),
    says: 'The switch-on is put off to April 2022, for TPP and EMIS practices alike.',
    change: { topic: 'target', share: 100, by: day('2022-04-30') },
    source:
      'GPonline, 24 November 2021; Pulse, 25 November 2021 (quoting NHS England); "April" read as up to its last day',
    supersedes: ['target-december-2021'],
  },
  {
    id: 'target-summer-2022',
    announcedOn: day('2022-03-31'),
    effectiveFrom: day('2022-03-31'),
    says: 'The switch-on is put off again because of safeguarding concerns, to summer 2022.',
    change: { topic: 'target', share: 100, by: day('2022-08-31') },
    source:
      'Management in Practice, 27 July 2022 ("in March", no day given: the last of the month taken); drbhatti.com, 3 August 2022 ("summer 2022", read as up to 31 August)',
    supersedes: ['target-april-2022'],
  },
  {
    id: 'target-november-2022',
    announcedOn: day('2022-07-27'),
    effectiveFrom: day('2022-07-27'),
    says: 'All practices on TPP and EMIS systems are to give automatic access from 1 November 2022; it is a target, not a requirement of the contract.',
    change: { topic: 'target', share: 100, by: day('2022-11-01') },
    source:
      'Management in Practice, 27 July 2022, first report of a letter from NHS England of the week before (its day not given); seed 000 (not a contractual requirement)',
    supersedes: ['target-summer-2022'],
  },
  {
    id: 'target-30-november-2022',
    announcedOn: day('2022-11-01'),
    effectiveFrom: day('2022-11-01'),
    says: 'Automatic access is to be on everywhere by 30 November 2022, in phases from 1 November and on 30 November for the practices that asked for a pause in time.',
    change: { topic: 'target', share: 100, by: day('2022-11-30') },
    source:
      'Seed 000 (update of 1 November); seed 003 ("by 30 November"); Management in Practice, 2 November 2022',
    supersedes: ['target-november-2022'],
  },
  {
    id: 'target-withdrawn-november-2022',
    announcedOn: day('2022-11-29'),
    effectiveFrom: day('2022-11-01'),
    says: 'The blanket switch-on of 30 November 2022 is halted: there is no national date, so nobody is late for one.',
    change: { topic: 'target', share: 100, by: null },
    source: 'Seed 003',
    supersedes: ['target-november-2022', 'target-30-november-2022'],
  },
  {
    id: 'target-october-2023',
    announcedOn: day('2023-03-06'),
    effectiveFrom: day('2023-03-06'),
    says: 'All practices are to give access to new record entries by 31 October 2023 at the latest.',
    change: { topic: 'target', share: 100, by: day('2023-10-31') },
    source: 'NHS England, GP contract letter 2023/24, 6 March 2023; seed 004',
    supersedes: ['target-withdrawn-november-2022'],
  },
  {
    id: 'target-march-2024',
    announcedOn: day('2023-05-09'),
    effectiveFrom: day('2023-05-09'),
    says: 'More than 90% of practices are to let patients see their records in the NHS App by March 2024.',
    change: { topic: 'target', share: 90, by: day('2024-03-31') },
    source:
      'Delivery plan for recovering access to primary care, NHS England and DHSC, 9 May 2023; seed 004',
    supersedes: [],
  },
];
