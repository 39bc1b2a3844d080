/**
 * The fixed words of forms, so that they are not taken for answers. They are recognised, never repeated.
 * (ICO form of seven steps, which the BMA's and many practices' DPIAs are made on: domain notes, 5.)
 */

/** Beginnings of notes that a form prints for whoever fills it in. */
export const PROMPTS = [
  'integrate actions back',
  'if accepting any residual',
  'dpo should advise',
  'if overruled',
  'if your decision departs',
  'the dpo should also review',
  'you may find it helpful',
  'you should start to fill',
  'this template',
  'include associated compliance',
  'delete as appropriate',
  'click (here|or tap)',
  'choose an item',
  'enter (text|date|name)',
  '(please )?insert',
  '(please )?(state|give|enter|add|type) (your|the|a|name|date|practice)',
];

/** Headings of columns and lines of forms: not a name, not an answer. */
export const FORM_WORDS = [
  'likelihood of harm',
  'severity of harm',
  'overall risk( rating)?',
  'remote,? possible or probable',
  'minimal,? significant or severe',
  'low,? medium,?( or)? high',
  'effect on risk',
  'eliminated,? reduced or accepted|eliminated reduced accepted',
  'residual risk',
  'measure approved',
  'yes/no',
  'options to reduce or eliminate risk',
  'measures to reduce or (remove|eliminate)( the)? risks?',
  '(describe )?(the )?source of risk and nature of (potential|possible) impact( on individuals)?',
  'risk|item|notes|no',
  'name/position/(signature/)?date',
  'name(, | and | / |/)(position|role|title|job title)(( and |, | / |/)date)?',
  'name|position|role|job title|title|date|signature|signed|print(ed)? name|initials',
];

/** What an answer begins with when it only promises one. */
export const NOT_SAID = [
  'tb[acd]',
  '(a |the |our )?(process|procedure|protocol|policy|training|sessions?|searches|dates?|lead) (is |are )?(still )?to be (\\p{L}+)$',
  'for example|for instance|e\\.g\\.?',
  'to be (approved|signed|written|developed|reviewed|drafted|recruited|decided|agreed|appointed|nominated|announced|arranged|completed|determined|advised|inserted|added|identified)',
  'to follow',
  'awaiting|awaited|pending',
  'not (yet )?(known|confirmed|decided|agreed|appointed|identified|set|applicable|available)',
  'n/a',
  'unknown',
  'under discussion',
  'insert|your name|practice name|name of (practice|lead)|name here|date here|enter|select',
  '(name|print name|position|role|date|signature|title|job title)( (and|/) (name|role|position|date|title))?$',
];
