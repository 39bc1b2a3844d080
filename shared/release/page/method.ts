import { longDay } from '../../calendar/day.ts';
import type { Release } from '../release.ts';
import { momentInWords } from './cell-words.ts';
import { type Markup, markup } from './markup.ts';

/** How the figures come about, in plain words, with this release's own clocks. */
export function methodSection({ head }: Release): Markup {
  const { clocks, comparedWith } = head;
  return markup`<section id="method" class="page" aria-labelledby="method-title">
<h2 id="method-title">Method</h2>
<h3>Where the figures come from</h3>
<p>System suppliers say in their extracts whether default access is on or off at a practice. Practices and ICBs say in returns, letters, plans and DPIAs what they have done. NHS England’s register and list-size files say which practices there are, where they are, and how many patients they have. Each statement is kept with its date, sender and time of receipt, and nothing is overwritten. Fixed rules, tried in a fixed order, give every practice one status, with proof. No person judges a practice by hand.</p>
<h3>Three clocks</h3>
<ul>
<li><strong>The day the figures are about:</strong> ${longDay(clocks.validAt)}.</li>
<li><strong>What was known:</strong> only what had been received by ${momentInWords(clocks.knownAt)}.</li>
<li><strong>The rules:</strong> those that had been announced by ${longDay(clocks.rulesAt)}.</li>
</ul>
<p>With the same clocks the same question always gets the same answer, also years later. The release that this one is compared with is about ${longDay(comparedWith.validAt)}, as known at ${momentInWords(comparedWith.knownAt)}.</p>
<h3>Three measures, never mixed</h3>
<p>The share of <strong>practices</strong> that are live; the share of <strong>registered patients</strong> who are on the lists of live practices; the share of <strong>online accounts</strong> that have access. Only the third counts people who can see new entries in their record, and only where a supplier gave both counts.</p>
<h3>Lowest and highest share</h3>
<p>Of some practices it is not certain whether they are live. The lowest share counts all of them as not live, the highest counts all of them as live. The bounds show what is not known; they are no margin of error of a sample, since every practice is counted.</p>
<h3>Denominators</h3>
<p>Every percentage names what it is of. The headline is of open practices. The definitions below say who is in each denominator; the practices that a denominator leaves out are shown, with the reason.</p>
<h3>Confidential counts</h3>
<p>Below England, counts of people with accounts or codes from 1 to 7 read [c], other such counts are rounded to the nearest 5, and further counts read [c] where a hidden one could be worked out from them. Percentages of them are made from the rounded counts, and are whole where there are fewer than 4,000 accounts. Below England they are given for open practices only. Counts of practices and sizes of registered lists are shown in full, as NHS England publishes them.</p>
<h3>What changes are put down to</h3>
<p>Each practice is taken from the earlier release to this one in steps: it came into the count or left it; or else its status changed, as news came late, was corrected, something happened or the rules changed; then the size of its list, then its area or supplier. Every step has one cause, so that the parts add up to the whole change, for practices and for patients, at every level. The cause says which kind of news changed the figure. It does not say why a practice acted.</p>
<h3>Newly live practices week by week</h3>
<p>The chart of newly live practices follows the XmR rules of Making Data Count. Limits come from how much one week usually differs from the next; a week outside of them, or a run of weeks on one side, is unlikely to be chance. It counts practices newly live in each week, never the share that has built up, which could only rise.</p>
</section>`;
}
