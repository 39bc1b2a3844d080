import { type Release, TABLE_NAMES } from '../release.ts';
import { type Markup, markup } from './markup.ts';

/** The files beside the page, and how anybody can check that none was changed. */
export function filesSection(release: Release): Markup {
  return markup`<section id="files" aria-labelledby="files-title">
<h2 id="files-title">Files beside this page, and how to check them</h2>
<dl class="files">${filesOf(release).map(
    ([name, holds]) => markup`<dt><code>${name}</code></dt><dd>${holds}</dd>
`,
  )}</dl>
<p><code>rollout verify DIR</code> works out the hash of every file in the folder again and compares it with the manifest; with the ledger at hand it also works out the figures again from the uploads that the manifest names. A release is never overwritten: what is found later comes as a new version with a note, and the manifests form a chain.</p>
<p>Code version: <code>${release.head.codeVersion}</code>.</p>
</section>`;
}

function filesOf({ tables }: Release): readonly (readonly [name: string, holds: string])[] {
  return [
    [
      'report.xlsx',
      'The tables as a workbook, one sheet each, with numbers and dates that can be worked with.',
    ],
    ...TABLE_NAMES.map((name) => [`${name}.csv`, `${tables[name].title}.`] as const),
    ['coverage.json', 'The same tables for programs.'],
    ['practices.parquet', 'The practices with their statuses, for many weeks at once.'],
    [
      'manifest.json',
      'What the release was made from: clocks, rules, code version, every upload used, the release before it, and the SHA-256 of every file.',
    ],
  ];
}
