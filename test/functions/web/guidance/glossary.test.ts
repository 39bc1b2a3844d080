import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossarySections } from '../../../../functions/web/guidance/glossary-sections.ts';
import { CLAUSES, FLAGS, LABELS, SIGNALS, STATUSES } from '../../../../shared/state/decision.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const terms = glossarySections().flatMap(({ terms }) => terms);
const ids = [...glossarySections().map(({ id }) => id), ...terms.map(({ id }) => id)];

/** Words that stand in the README's glossary by another name. */
const BY_ANOTHER_NAME: Readonly<Record<string, string>> = { '104': 'code-104', 'step-leg': 'leg' };

function readmeWords(): readonly string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const table = readme.split('## Glossary')[1]!.split('\n## ')[0]!;
  return table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .flatMap((line) => line.split('|')[1]!.split(','))
    .map((word) =>
      word
        .trim()
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/-$/, ''),
    );
}

describe('the glossary', () => {
  it.each(readmeWords())('has the README’s “%s”', (word) => {
    expect(ids).toContain(BY_ANOTHER_NAME[word] ?? word);
  });

  it('has every status, signal, flag and label by its own word, and every clause', () => {
    const words = [...STATUSES, ...SIGNALS, ...FLAGS, ...LABELS];
    const clauses = CLAUSES.map((clause) => `clause-${clause}`);
    expect(ids).toEqual(expect.arrayContaining([...words, ...clauses]));
  });

  it('has no id twice, and each is one that a link can lead to', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*[a-z0-9]$/);
  });

  it('says what each word means in sentences', () => {
    for (const { means } of terms) expect(means).toMatch(/^[A-Z“].{10,}\.$/su);
  });

  it('is where every link to it leads', () => {
    const files = globSync('functions/web/**/*.{njk,ts}', { cwd: ROOT });
    const links = files.flatMap((file) => [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(/\/glossary#([a-z0-9-]+)(?=["'`)])/g),
    ]);
    const lost = links.map(([, id]) => id!).filter((id) => !ids.includes(id));
    expect(links.length).toBeGreaterThan(5);
    expect(lost).toEqual([]);
  });
});
