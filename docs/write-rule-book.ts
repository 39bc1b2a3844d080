import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleBook } from '../shared/policy/rule-book.ts';
import { POLICY } from '../shared/policy/timeline.ts';

// Run it after any change of shared/policy; a test holds the committed page to the entries.
writeFileSync(join(import.meta.dirname, 'rule-book.md'), ruleBook(POLICY));
