import { day } from '../calendar/day.ts';
import type { PolicyEntry } from './entry.ts';
import { milestone } from './milestone.ts';

/** The duty under the GP contract, and what of the law is worth remembering beside it. */
export const CONTRACT: readonly PolicyEntry[] = [
  milestone({
    id: 'programme-start',
    on: '2019-04-01',
    says: 'The GP contract of 2019 promises patients full online access to what is newly entered in their record.',
    source: 'htn.co.uk and drbhatti.com on the 2019 GP contract; seed 001',
  }),
  milestone({
    id: 'contract-variation-2020',
    on: '2020-12-31',
    says: 'The contract requires practices to offer online access and to enable it for those who accept, not to switch it on for all patients.',
    source:
      'Seed 000, on section 23 of the 2020 Contract variation notice (its day not given: the last of the year taken)',
  }),
  {
    id: 'contract-duty-letter-2023',
    announcedOn: day('2023-03-06'),
    effectiveFrom: day('2023-03-06'),
    says: 'The contract will require every practice to give access to new record entries by 31 October 2023 at the latest.',
    change: { topic: 'contract-duty', deadline: day('2023-10-31') },
    source: 'NHS England, GP contract letter 2023/24, 6 March 2023; seed 004',
    supersedes: [],
  },
  {
    id: 'contract-duty-regulations-2023',
    announcedOn: day('2023-04-18'),
    effectiveFrom: day('2023-05-15'),
    says: 'The regulations require every practice to give patients online access to new record entries and to configure its system so; the deadline stays 31 October 2023.',
    change: { topic: 'contract-duty', deadline: day('2023-10-31') },
    source:
      'SI 2015/1862 reg 71ZA (GMS) and SI 2015/1879 reg 64ZA (PMS), as amended by SI 2023/436 (laid 18 April 2023, in force 15 May 2023); the deadline as in the contract letter of 6 March 2023',
    supersedes: ['contract-duty-letter-2023'],
  },
  {
    id: 'contract-exceptions',
    announcedOn: day('2023-04-18'),
    effectiveFrom: day('2023-05-15'),
    says: 'The duty does not reach patients who opt out, nor information that could cause harm or is confidential to a third party; it concerns patients aged 16 and over.',
    change: { topic: 'milestone' },
    source: 'SI 2015/1862 reg 71ZA-71ZB; seed 002; seed 004; NHS England, 4 December 2023',
    supersedes: [],
  },
  milestone({
    id: 'controller-position-bma',
    on: '2023-10-06',
    says: "The BMA's position, not law: the practice is the data controller, and data protection law comes before a contract variation.",
    source: 'BMA general DPIA, 6 October 2023',
  }),
];
