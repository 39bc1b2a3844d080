import * as z from 'zod';
import {
  COVERAGE_COLUMNS,
  DENOMINATORS,
  SCOPE_TYPES,
} from '../../../shared/coverage/coverage-row.ts';
import { PartQuery } from '../list/part-of-list.ts';
import { placeFrom } from './place.ts';

export const CoverageAsk = z.object({
  by: z
    .enum(SCOPE_TYPES, `Name one of: ${SCOPE_TYPES.join(', ')}`)
    .default('icb')
    .describe('One row for each of these'),
  denominator: z
    .enum(DENOMINATORS, `Name one of: ${DENOMINATORS.join(', ')}`)
    .default('open')
    .describe('Which practices are counted'),
  of: z
    .string()
    .refine((words) => words === '' || placeFrom(words) !== null, 'Write a place as icb:QHM')
    .optional()
    .describe('Only what lies within this place, such as icb:QHM or region:Y63'),
  page: PartQuery.page.describe('Which part of the page’s table; the API has every row at once'),
});
export type CoverageAsk = z.output<typeof CoverageAsk>;

const Row = z.record(z.enum(COVERAGE_COLUMNS), z.union([z.string(), z.number(), z.null()]));
export const CoverageSays = z.object({
  as_at: z.string(),
  of: Row.nullable().describe('The whole of which the rows are parts'),
  own: z
    .array(z.string())
    .describe('Codes of rows whose practices you may see, where the rows are ICBs or below'),
});
export type CoverageSays = z.infer<typeof CoverageSays>;
