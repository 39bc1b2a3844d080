import type { PolicyEntry } from './entry.ts';
import { milestone } from './milestone.ts';

/** Guidance and events that change no rule but explain why the rules are what they are. */
export const GUIDANCE: readonly PolicyEntry[] = [
  milestone({
    id: 'advice-to-delay-by-letter',
    on: '2022-10-26',
    says: 'The BMA and the RCGP advise practices that are not ready to write to their system supplier and ask for a delay.',
    source: 'Management in Practice, 26 October 2022',
  }),
  milestone({
    id: 'working-towards-needs-a-plan',
    on: '2022-11-01',
    says: 'A practice shows that it is "working towards" access by a written implementation plan that covers staff training and a process to find and review records that may hold sensitive or harmful information.',
    source: 'Seed 000 (undated; the day is that of its update)',
  }),
  milestone({
    id: 'paused-practices-agree-plans',
    on: '2022-11-01',
    says: 'Practices whose switch-on is put off to 30 November 2022 are to engage with their commissioner and agree plans before that day.',
    source: 'Management in Practice, 2 November 2022, quoting NHS England',
  }),
  milestone({
    id: 'opt-out-by-letter-still-open',
    on: '2022-11-30',
    says: 'Practices that had sent no letter hear from their supplier what happens next, and may still opt out by letter.',
    source: 'Seed 003',
  }),
  milestone({
    id: 'phased-roll-out-december-2022',
    on: '2022-12-02',
    says: 'From the following week, practices that did not ask for a pause are switched on in phases, each told its date by its supplier.',
    source: 'Seed 001, on a letter from NHS England of 2 December 2022',
  }),
  milestone({
    id: 'visible-from-switch-on-only',
    on: '2022-12-07',
    says: 'Patients see only what is entered from the day of switch-on: nothing entered since 1 November 2022 needs to be reviewed.',
    source: 'Seed 001, 7 December 2022',
  }),
  milestone({
    id: 'tpp-phase-february-2023',
    on: '2023-01-27',
    says: 'TPP switches on the practices that have not opted out on 1 February 2023; each of them was told beforehand, so its date counts as a booking.',
    source: 'Pulse, 27 January 2023',
  }),
  milestone({
    id: 'action-plan-over-half-104',
    on: '2023-02-03',
    says: 'A practice that excludes more than 50% of its patients by the 104 code is to send NHS England an action plan, then a monthly report of all 104 exclusions.',
    source: 'Pulse and Management in Practice, 3 February 2023',
  }),
  milestone({
    id: 'guidance-october-2023',
    on: '2023-10-09',
    says: 'Practices are advised to do their own data protection impact assessment before they enable access, and to consider an opt-in model if risks are left.',
    source:
      'Humberside LMC, 9 October 2023, on BMA guidance and the BMA general DPIA of 6 October; seed 004',
  }),
  milestone({
    id: 'access-plans-autumn-2023',
    on: '2023-11-30',
    says: 'Every ICB brings a system-level access plan to its board in autumn 2023 and again in spring 2024.',
    source:
      'NHS England, next steps on the delivery plan, autumn 2023 (no day: end of autumn taken)',
  }),
  milestone({
    id: 'enforcement-not-punitive',
    on: '2023-12-04',
    says: 'NHS England does not punish practices that are past the deadline but supports them to solve what holds them up.',
    source: 'Seed 004',
  }),
  milestone({
    id: 'opt-in-model-steps',
    on: '2024-06-28',
    says: 'An opt-in model needs a DPIA first, the default kept off (or, at an EMIS practice gone live, bulk 104 codes), the model advertised, the website updated and the ICB told in writing; every patient who has not opted out can still ask for access.',
    source: 'Seed 002 (BMA, updated 28 June 2024)',
  }),
  milestone({
    id: 'compliance-dashboard-2024',
    on: '2024-07-31',
    says: 'NHS England sends out a monthly dashboard of practices that do not comply: step 3 is access by default for new NHS App users, step 4 is access for at least 90% of online accounts.',
    source: 'NECSU case study, July 2024 (no day: the last of the month taken)',
  }),
  milestone({
    id: 'pressure-on-high-104',
    on: '2025-01-15',
    says: 'ICBs press practices with many patients coded 104 to give access.',
    source: 'Surrey and Sussex LMCs, 15 January 2025; Pulse had reported the same in 2024',
  }),
];
