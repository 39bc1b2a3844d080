/** What differs between the places this is deployed to, side by side. */
export type StageSettings = {
  readonly name: 'dev' | 'prod';
  /** Years for which nobody can delete or overwrite evidence. */
  readonly evidenceYears: number;
  /** Invocations at once: a national file fans out to about 130 messages. */
  readonly intakeAtOnce: number;
  readonly stateAtOnce: number;
  readonly isDeletionProtected: boolean;
};

export const STAGES: readonly StageSettings[] = [
  { name: 'dev', evidenceYears: 1, intakeAtOnce: 2, stateAtOnce: 5, isDeletionProtected: false },
  { name: 'prod', evidenceYears: 8, intakeAtOnce: 5, stateAtOnce: 20, isDeletionProtected: true },
];
