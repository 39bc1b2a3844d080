import { expect, test } from 'vitest';
import { OrgCodeSchema } from '../../../shared/practice/org-code.ts';

test.each(['QHM', 'D7T5G', 'A81001', 'U12345', '16C'])('%s may be a sender', (code) => {
  expect(OrgCodeSchema.safeParse(code).success).toBe(true);
});

test.each([
  ['ten digits, as a patient has them', '4'.repeat(10)],
  ['two letters, six digits and a letter', `AB${'1'.repeat(6)}C`],
  ['a name', 'J SMITH'],
  ['nothing', ''],
])('%s may not', (_, text) => {
  const read = OrgCodeSchema.safeParse(text);
  expect(read.success).toBe(false);
  expect(read.error?.issues[0]?.message).not.toContain(text || 'x');
});
