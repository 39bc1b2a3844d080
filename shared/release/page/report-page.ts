import type { Table } from '../../coverage/table.ts';
import type { Chart } from '../chart.ts';
import type { Release } from '../release.ts';
import { chartsSection } from './charts.ts';
import { definitionsSection } from './definitions.ts';
import { denominatorsSection } from './denominators.ts';
import { filesSection } from './files-beside.ts';
import { limitationsSection } from './limitations.ts';
import { type Markup, markup } from './markup.ts';
import { methodSection } from './method.ts';
import { movementSection } from './movement.ts';
import { styleOf } from './style.ts';
import { summarySection } from './summary.ts';
import {
  contradictionsSection,
  coverageSection,
  freshnessSection,
  practicesSection,
} from './tables.ts';
import { scopeName, titleOf } from './titles.ts';
import { amendmentNote, restatementsSection, versionLines } from './version.ts';

const MADE_UP = 'Made-up data: these figures are not about real practices.';
const STATUS = 'Management information, not official statistics.';

/**
 * `report.html`: one page that stands alone. Takes a release, its charts and the definitions of the
 * rules in force, gives the whole document as text: no script, nothing from any network, styles and
 * pictures inside. Figures are picked from the release's tables and put into words; nothing is worked
 * out here but differences and sums of figures that are shown. The same input gives the same text.
 */
export function reportPage(
  release: Release,
  charts: readonly Chart[],
  definitions: readonly Table[],
): string {
  const title = titleOf(release.head);
  const sections = sectionsOf(release, charts, definitions);
  return `<!DOCTYPE html>\n${markup`<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${release.head.madeUp ? `Made-up data. ${title}` : title}</title>
<style>${styleOf(release.head)}</style>
</head>
<body${release.head.madeUp ? markup` class="made-up"` : null}>
<a class="skip" href="#main">Skip to main content</a>
${masthead(release)}
<div class="width">
${contents(sections)}
<main id="main">
${amendmentNote(release)}
${sections.map(
  ({ section }) => markup`${section}
`,
)}</main>
</div>
${footer(release)}
</body>
</html>
`}`;
}

type Section = { readonly id: string; readonly link: string; readonly section: Markup };

function sectionsOf(
  release: Release,
  charts: readonly Chart[],
  definitions: readonly Table[],
): readonly Section[] {
  const { contradictions, freshness } = release.tables;
  const all: readonly (readonly [id: string, link: string, section: Markup | null])[] = [
    ['summary', 'Summary', summarySection(release)],
    ['restatements', 'Restated figures', restatementsSection(release)],
    ['movement', 'What changed', movementSection(release)],
    ['charts', 'Charts', chartsSection(charts)],
    ['coverage', 'Coverage', coverageSection(release)],
    ['denominators', 'Denominators', denominatorsSection(release)],
    ['freshness', freshness.title, freshnessSection(release)],
    ['contradictions', contradictions.title, contradictionsSection(release)],
    ['practices', 'Practices', practicesSection(release)],
    ['method', 'Method', methodSection(release)],
    ['limitations', 'Known limitations', limitationsSection()],
    ['definitions', 'Definitions', definitionsSection(definitions)],
    ['files', 'Files', filesSection(release)],
  ];
  return all.flatMap(([id, link, section]) => (section === null ? [] : [{ id, link, section }]));
}

function masthead(release: Release): Markup {
  const { head } = release;
  return markup`<header>
${head.madeUp ? markup`<div class="banner"><p class="width"><strong>${MADE_UP}</strong></p></div>` : null}
<div class="masthead"><div class="width">
<p class="what">Record Access Rollout: weekly release</p>
<h1>${titleOf(head)}</h1>
${versionLines(release, STATUS)}
</div></div>
</header>`;
}

function contents(sections: readonly Section[]): Markup {
  return markup`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">On this page</h2>
<ul>${sections.map(
    ({ id, link }) => markup`<li><a href="#${id}">${link}</a></li>
`,
  )}</ul>
</nav>`;
}

function footer({ head }: Release): Markup {
  return markup`<footer><div class="width">
<p>${STATUS} ${scopeName(head.scope)}, version ${head.version}, code version ${head.codeVersion}.${head.madeUp ? ` ${MADE_UP}` : null}</p>
</div></footer>`;
}
