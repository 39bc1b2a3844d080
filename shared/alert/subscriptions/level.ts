/** The levels of place that a subscription may name. */
export const LEVELS = ['icb', 'sub-icb', 'pcn'] as const;
export type Level = (typeof LEVELS)[number];
