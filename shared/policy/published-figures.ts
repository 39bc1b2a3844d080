import type { PolicyEntry } from './entry.ts';
import { milestone } from './milestone.ts';

/**
 * Headline figures as others published them. They do not reconcile with each other (81.1% of the
 * open practices of December 2023 is not 4,500), so they stand here to compare with by eye and no
 * rule or test leans on them. "Patients" in them are people with an online account, not the lists.
 */
export const PUBLISHED_FIGURES: readonly PolicyEntry[] = [
  milestone({
    id: 'figure-january-2023',
    on: '2023-01-11',
    says: 'Published: more than 600 practices were switched on in December 2022; over 2 million people have access through the NHS App.',
    source:
      'Management in Practice, 12 January 2023, on evidence to the Health and Social Care Committee of 11 January',
  }),
  milestone({
    id: 'figure-february-2023',
    on: '2023-01-27',
    says: 'Published: 946 TPP practices intend to go live on 1 February 2023.',
    source: 'Pulse, 27 January 2023; Management in Practice, 3 February 2023',
  }),
  milestone({
    id: 'figure-march-2023',
    on: '2023-03-06',
    says: 'Published: 1,400 practices offer access, to 6.5 million patients.',
    source: 'NHS England, GP contract letter 2023/24, 6 March 2023, as reported by HTN and Pulse',
  }),
  milestone({
    id: 'figure-may-2023',
    on: '2023-05-12',
    says: 'Published: about 20% of practices; at most one in 10 in six ICBs (Herefordshire and Worcestershire; Coventry and Warwickshire; Kent and Medway; North East London; Cambridgeshire and Peterborough; Northamptonshire), more than half in two (Bath and North East Somerset, Swindon and Wiltshire; Dorset).',
    source:
      'HSJ, in the week of the recovery plan of 9 May 2023 (day not given: the Friday taken), on an internal NHS England document',
  }),
  milestone({
    id: 'figure-september-2023',
    on: '2023-09-01',
    says: 'Published: a third of practices still have incorrect settings.',
    source: 'Management in Practice, 1 September 2023, quoting NHS England',
  }),
  milestone({
    id: 'figure-october-2023',
    on: '2023-10-11',
    says: 'Published: about 40% of practices give access (60% did not yet).',
    source: 'Management in Practice, 11 October 2023',
  }),
  milestone({
    id: 'figure-november-2023',
    on: '2023-11-27',
    says: 'Published: three out of four practices; almost 1,600 do not give access yet.',
    source: 'PublicTechnology, 27 November 2023, quoting the primary care minister',
  }),
  milestone({
    id: 'figure-december-2023',
    on: '2023-12-04',
    says: 'Published: over 4,500 practices (81.1%) give access, to 23.5 million people.',
    source: 'NHS England, 4 December 2023; seed 004',
  }),
  milestone({
    id: 'figure-north-west-december-2023',
    on: '2023-12-11',
    says: 'Published: 84% of practices in the North West; the same page says 22 million people nationally.',
    source: 'NHS England North West, 11 December 2023',
  }),
  milestone({
    id: 'figure-april-2024',
    on: '2024-04-30',
    says: 'Published: 9.9 million patients a month view their record in the NHS App; the aim is 15 million.',
    source:
      'NHS England, delivery plan: update and actions for 2024/25, April 2024 (day not given: the last of the month taken)',
  }),
];
