import { type Markup, markup } from './markup.ts';

/** What the figures cannot say, with the reason, for whoever leans on them. */
const LIMITATIONS: readonly (readonly [what: string, why: string])[] = [
  [
    '“Live” is a setting, not an experience.',
    'It means that the supplier’s extract shows default access on. It does not show that any patient has looked at an entry, or what they saw. Patients see entries made from the day of switch-on; code 104, settings of single accounts and redaction can keep access from them after that.',
  ],
  [
    'Registered patients are not people with access.',
    'Lists include children under 16, people without an online account, people who opted out, and people who have moved away. The count of online accounts with access is nearer to what patients can do, but exists only where a supplier gave it.',
  ],
  [
    'The figures that others published cannot be reproduced.',
    'Published counts, percentages and numbers of people do not fit each other: 4,500 practices are not 81.1% of any number of practices on record. Nobody published what they counted. This release shows the difference and claims no cause.',
  ],
  [
    'A practice that was not seen lately may have changed.',
    'Extracts come at different times. A practice keeps its last seen status until it is too old to count on, then it counts as unknown between the lowest and the highest share. Missing from a file never changes a status by itself.',
  ],
  [
    'Suppliers’ extracts are believed.',
    'Nobody looks into practices’ systems. Where two extracts of one day disagree, the practice is in conflict until one is taken back. Extracts passed on by an ICB are marked so.',
  ],
  [
    'Not every document has been read by a person.',
    'Letters, plans and DPIAs are screened by word lists, which miss some of what is there and take some things for what they are not. What is found counts, marked unreviewed, until the ICB has judged it. Where only a return speaks of a document, that is marked too.',
  ],
  [
    'The register has its own delays.',
    'Closures are published late; a few open practices have no registered list (walk-in centres, services for homeless people), and a few lists are tiny. In files of 2022 to 2026 the register and the lists differed by 0.2% to 1.3% of practices. Counts of past weeks may move a little when a later register file comes.',
  ],
  [
    'Past weeks are as known today.',
    'Tables and charts of earlier weeks include what was learnt since, under the rules of each week’s own day. They can differ from what was released then. Earlier releases stay as they were.',
  ],
  [
    'Areas change.',
    'ICBs and sub-ICBs merge and split. Each week is shown by the areas of that week, so lines of one area over a reorganisation are not of the same practices. PCNs may span areas and are never added up under an ICB.',
  ],
  [
    'List sizes changed their source.',
    'Since May 2024 NHS England takes list sizes from another system, so sizes before and after do not compare exactly.',
  ],
  [
    'A label is no legal judgement.',
    '“Past the date in the contract” follows from dates alone. Whether an opt-in model satisfies the contract is disputed between NHS England and the BMA, and the label says so.',
  ],
  [
    'A signal in a chart is no explanation.',
    'It says that a week is unlikely to be chance, not what caused it. With fewer than 12 weeks limits are only trial limits.',
  ],
  [
    'Dates of announcements are partly read from reports.',
    'Where a source names only a month or a season, its last day is taken; where no page gives the day of an announcement, the first report counts. Each rule below gives its source.',
  ],
];

/** Known limitations, written for a reader who must decide how far to trust the figures. */
export function limitationsSection(): Markup {
  return markup`<section id="limitations" aria-labelledby="limitations-title">
<h2 id="limitations-title">Known limitations</h2>
<ul class="reasons">${LIMITATIONS.map(
    ([what, why]) => markup`<li><strong>${what}</strong> ${why}</li>
`,
  )}</ul>
</section>`;
}
