import { describe, expect, test } from 'vitest';
import { withoutDuplicates } from '../../../shared/intake/duplicates.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import {
  bulk104,
  declared,
  dpia,
  exemption,
  letter,
  listing,
  listSize,
  optInStep,
  plan,
  succession,
} from '../builders.ts';
import { fileSaying } from '../uploads.ts';

const OTHER = { code: 'A81002' };
const asRead = (...rows: Fact[][]) => withoutDuplicates(fileSaying(rows));
