import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyJson } from '../shared/policy/policy-file.ts';
import { POLICY } from '../shared/policy/timeline.ts';

// Run it after any change of shared/policy; a test holds the committed file to the entries, and
// `npm run policy:impact` compares with the one committed before.
writeFileSync(join(import.meta.dirname, 'policy-timeline.json'), policyJson(POLICY));
