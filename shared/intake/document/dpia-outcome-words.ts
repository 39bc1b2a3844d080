import { anyOf } from './phrase.ts';

export type Outcome = 'opt-in' | 'automatic';

/** Labels after which a form states its outcome. */
export const OUTCOME_LABELS = [
  'outcome',
  'outcomes',
  'outcome of dpia',
  'outcome of the dpia',
  'outcome of this dpia',
  'outcome of the assessment',
  'dpia outcome',
  'decision',
  'decision made',
  'decision of the partners',
  'conclusion',
  'overall conclusion',
  'model adopted',
  'model chosen',
  'chosen model',
  'access model',
  'model of access',
  'approach',
  'approach adopted',
];
const DECIDES =
  '(adopt(s|ed|ing)?|choos(e|es|ing)|chose|chosen|decided|decides|implement(s|ed|ing)?|operat(e|es|ed|ing)|proceed(s|ed|ing)?|use|using|offer(s|ed|ing)?|run|running|move to|moving to|agreed|agrees|opted|go(ing)? (with|for)|select(s|ed)?|follow(s|ed|ing)?|introduc(e|es|ed|ing)|retain(s|ed)?|keep|remain|continue|provide[sd]?|be)';
const WE =
  "(the practice|practice|the partners|partners|the partnership|we|the surgery|surgery|this dpia|the dpia|the outcome|outcome|the decision|decision|it is|it was|the conclusion|our conclusion|conclusion|the controller|our approach|the model)( of (this|the) (dpia|assessment))?('s)?";
const MODEL = '(model|approach|basis|only|route|process|system|access)';

/** Sentences in which the practice says what it does. */
export const STATED: readonly (readonly [Outcome, readonly string[]])[] = [
  [
    'opt-in',
    [
      `${WE} ... ${DECIDES} ... (an |the |a )?opt-in( ${MODEL})?`,
      `(an |the )?opt-in ${MODEL} (has been|is|was|will be|is being|shall be) (\\p{L}+ly )?(adopted|chosen|agreed|implemented|used|selected|introduced|in place|the outcome|our (model|approach|decision))`,
      `${WE} ... (is|was|:) (to adopt |to use |that )?(an |the )?opt-in( ${MODEL})?`,
      "access ... (will be|is|is to be|shall be) (given|granted|provided|offered|enabled|switched on|available)? ?(only )?(on an opt-in basis|by opt-in|through opt-in|only to (those |patients )(who|that)( have)? (ask|asked|request|requested|opt|opted|apply|consent)|only (on|upon|at|after|following) (a |their |the |individual |patient |patients' )*(request|application|consent)|on request only)",
      'only ... (patients|those) who (ask|request|opt-in|have asked|have requested|have opted-in|apply|consent) ... (will|are|have|be) ... access',
      'patients (will|must|have to|need to) (actively )?(opt-in|ask|request) (before|to) (access|be|being|see|they)',
      'patients (will |would )?(must|have to|need to) (actively )?opt-in',
    ],
  ],
  [
    'automatic',
    [
      `${WE} ... (provide|give|offer|enable|switch on|turn on|go live with|grant|allow|proceed with|adopt|implement|adopted|decided|chosen|agreed|approve|start)[^.;\\n]{0,60} (automatic|prospective|full prospective|default)( prospective| full| online| record| records)* (record |records? )?access`,
      `${WE} ... (enable|switch on|turn on|provide|give|offer|grant)(s|ing)? ... access ... (automatically|for all|to all|by default|for every|to every)`,
      `${WE} ... ${DECIDES} ... (an |the |a )?opt-out( ${MODEL})?`,
      '(an |the )?(automatic( access)?|opt-out|default-on) (model|approach|access) (has been|is|was|will be|is being) (\\p{L}+ly )?(adopted|chosen|agreed|implemented|used|selected|enabled|switched on|provided|given|introduced)',
      '(automatic|prospective)( prospective| full| online| record| records)* access (for all( patients)? |to all( patients)? )?(will be|is to be|is being|has been|shall be|is) (\\p{L}+ly )?(enabled|switched on|turned on|given|provided|granted|implemented|adopted)',
      `${WE} ... (is|was|:) (to adopt |to use |to enable |that )?(an |the )?(automatic( prospective)?( record)? access|opt-out ${MODEL})`,
      'all patients( aged 16 (and|or) over| over 16| aged 16\\+?)?( who have not opted-out)? will ... (automatically|by default|automatic|have access|be given access|be able to see|see new)',
    ],
  ],
];

/** Under a condition nothing is decided. */
export const CONDITION = anyOf([
  'whether|if|unless|either|until',
  'not yet (been )?decided|undecided|to be decided',
  '(one|two|three|four|five|some|several|half|a (minority|majority))( of the| of our)? partners',
  '(subject to|awaiting|pending) ... (approval|agreement|sign-off|ratification|meeting|decision)',
  '(proposed|draft|suggested|preferred|provisional|possible) (outcome|decision|model|approach|conclusion)',
  'between|asked to|to choose|option [a-z]|recommend(s|ed|ation|ations)?',
]);

/** What others ask for, or what holds for some patients only, is not the practice's outcome. */
export const OTHERS = anyOf([
  'nhs ?england|nhse|bma|government|contract(ual|s)?|regulations?|programme',
  'required|requires?|requirement|obliged|obligation',
  'practices (may|can|are|have|should|must|that|who|will)',
  'for (patients|children|young people|those|anyone)( who are)?( aged)? (under|below|younger)|under-?1\\d-?s?|children|young people|proxy',
  '(neighbouring|other|another|some|many) (practices?|surger(y|ies))',
  'for (some|high-risk|vulnerable|at-risk|certain|those(?! (patients )?who ((have )?(asked|requested|opted)|ask|request|opt|want|apply)))',
  'high-risk patients|vulnerable patients|at-risk patients',
]);

/** What held once, and may not hold now. */
export const ONCE = anyOf([
  '(first|previous|earlier|former|original|old|last|superseded) (dpia|assessment|decision|version|outcome|review|model|approach)',
  'previously|originally|initially|formerly|at first|until now|used to',
  '(had|once) (adopted|chosen|decided|agreed|used)',
]);

/** What is only weighed or wished for, unless the sentence goes on to decide. */
export const WEIGHED = anyOf([
  'may|might|could|would|should',
  'consider(s|ed|ing)?',
  '(look(s|ed|ing)? at|discuss(ed|es|ing)?|debat(ed|es|ing)|explor(ed|es|ing)|weigh(ed|s|ing)?( up)?|thought about|evaluat(ed|es|ing)|apprais(ed|es|ing)|toyed)',
  'options?|alternatives?|alternatively',
  'propos(e|es|al|als)',
]);
export const DECIDED = anyOf([
  'decided|decides|chosen|chose|agreed|concluded|will|shall|adopted|opted',
]);
