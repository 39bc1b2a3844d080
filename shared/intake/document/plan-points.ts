import { LEAD } from './plan-lead.ts';
import { DPIA_REFERENCE, PATIENTS_TOLD, SIGN_OFF } from './plan-others.ts';
import { REDACTION, REVIEW_PROCESS, USE_OF_104 } from './plan-records.ts';
import { LOCUMS, TRAINING } from './plan-training.ts';

/**
 * What a practice implementation plan should hold, in the order in which the checklist has them; the days stand between them.
 */
export const PLAN_SOUGHT = [
  LEAD,
  TRAINING,
  LOCUMS,
  REVIEW_PROCESS,
  USE_OF_104,
  REDACTION,
  PATIENTS_TOLD,
  DPIA_REFERENCE,
  SIGN_OFF,
] as const;
