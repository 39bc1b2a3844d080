import type { Supplier } from '../../practice/supplier.ts';

/**
 * The words by which a letter to a system supplier is known. (Domain notes, 1.5 for the suppliers'
 * names, 2.5 for what practices wrote and where to.)
 */

/** System suppliers as letters name and address them. "Vision" alone is an ordinary word. */
export const SUPPLIER_WORDS: readonly (readonly [Supplier, readonly string[]])[] = [
  [
    'EMIS',
    [
      'emis( web| health| group)?',
      'emishealth',
      '\\p{L}*@(emishealth|emis|egton|optum)\\p{L}*',
      'egton',
      'optum',
    ],
  ],
  [
    'TPP',
    [
      'tpp',
      'tppuk',
      '\\p{L}*@tpp\\p{L}*',
      'syst(m|em)-?one',
      'the phoenix partnership',
      'phoenix partnership',
    ],
  ],
  ['Vision', ['cegedim', 'inps', 'in practice systems', 'vision (health|healthcare|clinical|360)']],
  ['Medicus', ['medicus( health)?']],
];

/** Who else such a letter may be addressed to: that stops no supplier. */
export const COMMISSIONERS = [
  'icb',
  'icbs',
  '\\p{L}*@\\p{L}*icb\\p{L}*',
  'integrated care (board|system)',
  'primary care (team|commissioning|commissioners?)',
  'commissioners?',
  'nhs ?england',
  'nhse',
  'ccg',
  'clinical commissioning group',
  'lmc',
  'local medical committee',
];

const SWITCH =
  '(switch(ed|ing)?( it| this| them)? ?on|turn(ed|ing)?( it| this| them)? ?on|enabl(e|ed|ing|ement)|activat(e|ed|ing|ion)|roll(ed|ing)? ?out|go(ing)?-live|implement(ed|ing|ation)?|launch(ed|ing)?|deploy(ed|ing)?|bulk enable)';
const DO =
  '(switch(ed|ing)?|turn(ed|ing)?|appl(y|ied|ying)|allow(ed|ing)?|give|given|giving|grant(ed|ing)?|provide[ds]?|make|made|start(ed|ing)?|proceed(ed|ing)?|introduc(e|ed|ing)|release[ds]?|configure[ds]?|change[ds]?|set)';
const WHAT =
  '(access|roll-?out|switch-on|activation|enablement|functionality|programme|feature|go-live|implementation|records?|project|default|settings?|changes?)';

/** What asks not to switch on. */
export const ASKS_NOT_TO = [
  `not (yet |now |currently |automatically |at this time |be |to |have |being )*${SWITCH}`,
  `(don't|doesn't|never|refrain from|without|against|neither) (automatically |be |have |being |to |\\p{L}+ly )*${SWITCH}`,
  `(not(?! only)|refrain from|don't) ... ${DO} ... ${WHAT}`,
  `not(?! only) ... (access|functionality|programme) ... ${SWITCH}`,
  `(access|functionality|feature|switch-on|it|this|setting) ... not (be |to be )?${SWITCH}`,
  `(pause|pausing|paused|defer|deferring|deferred|delay|delaying|delayed|postpone|postponing|postponed|suspend|suspending|suspended|halt|halting|halted|stop|stopping|cease|block|prevent|withhold|hold-off( on)?|put on hold|put a hold on|place a hold on|disable|opt us out of|opt our practice out of|exclude us from|remove us from|object to|decline|refuse) ... ${WHAT}`,
  `(switch-off|turn-off|keep|leave|remains?|stays?) ... (off|disabled|unticked|switched-off|turned-off|paused|on hold)`,
  `(not|cannot|n't) (yet |currently )?(consent|agree|authorise|permit|wish|want|give (our |my )?(permission|consent)|willing|in a position|ready) ... (${WHAT}|${SWITCH})`,
  `(request|requesting|ask|asking|instruct|instructing|seek|require) (for )?(a|an|the|that a)( \\p{L}+){0,2} (pause|delay|deferral|postponement|halt|suspension|hold|extension)`,
  `opt-out of ... (access|switch-on|programme|change|bulk)`,
];

/** A letter that takes an earlier one back, or asks to switch on. */
export const WITHDRAWS = [
  '(withdraw|withdrawing|withdrawn|rescind|rescinding|revoke|revoking|retract|retracting|cancel|cancelling|lift|lifting|reverse|reversing|take back|taking back|set aside|disregard)( \\p{L}+){0,6} (request|letter|instruction|pause|deferral|delay|postponement|objection|hold|opt-out|e-?mail|notice)',
  '(request|letter|instruction|pause|deferral|delay|postponement|objection|hold|opt-out)( \\p{L}+){0,8} (is|are|be|has been|can be|should be|may be)( now| hereby| therefore)* (withdrawn|rescinded|revoked|retracted|cancelled|lifted|removed|disregarded)',
  'no longer (wish|want|need|require|ask|request)[^.;\\n]{0,60} (pause|paused|defer|deferred|delay|delayed|postpone|postponed|hold|not (be )?(switch|enabl|turn)\\p{L}*|withhold)',
];

/** Asks to switch on: with or without a word about an earlier letter. */
export const ASKS_TO = [
  `(please|kindly)( \\p{L}+){0,3} (switch on|turn on|enable|activate|go ahead|proceed|book)`,
  `(ask|request|instruct|like|wish|want|happy|ready|authorise|permission|consent)( \\p{L}+){0,4} (to )?(switch on|turn on|enable|activate|go live|proceed with)`,
  `(ask|request|instruct|like|wish|want|happy|agree) ... access (be|is|to be) (now )?(switched on|turned on|enabled|activated)`,
  'ready to go live|happy to go live|wish to go live|would like to go live',
];

/** What has been asked before is told, not asked. */
export const TOLD = [
  '(we|i) (wrote|asked|requested|instructed|previously (asked|requested|wrote)|(had|have) (also |already )?(asked|requested|written|instructed))',
  '(we|practice|surgery|i|which|it) (have|has|had)( \\p{L}+ly)?(?= ?$)',
  '(asked|told|instructed) (them|it|emis|tpp|our supplier|the supplier)',
  '(our|my) (earlier|previous|original|last|first)? ?(letter|request|e-?mail|instruction)',
  'having (asked|requested|written)',
];

/** Words of a sentence that asks nothing of the supplier: a question, a condition, a complaint, what others ask for. */
export const ASKS_NOTHING = [
  '(how|whether|why) ... (practice|practices|we|i|access|you|it|this)',
  '(if|unless|should) ... (we|i|practice|surgery) (will|would|may|might|shall) (then |also |have to |need to )*(ask|instruct|request|require|write|tell|direct)',
  '(we|i|practice|surgery) (may|might) (then |also |yet |later |have to |need to )*(ask|instruct|request|require|write|tell|direct|wish|want|decide)',
  "you (did|have|had|were)( not|n't)",
  '(template|bma|lmc|gpc|gpce|rcgp|other practices|some practices|many practices|colleagues)( \\p{L}+)? (that |which |who )?(ask|asks|asked|advise|advises|advised|recommend|recommends|recommended|suggest|suggests|suggested|tell|tells|instruct|instructs) ... (you|emis|tpp|suppliers?)',
  "(not|cannot|n't|no longer) (wish|want|need|intend|plan|propose|see any reason|agree) (to|for) (you to )?(pause|defer|delay|postpone|suspend|halt|stop|block|prevent|hold|decline|refuse)",
  '(thank you|thanks|grateful) for (not )?(\\p{L}+ing)',
  "(understand|understands|aware|informed|complain(s|ed)|heard|told|concerned|see|read|noticed) that (you|emis|tpp) (will|do|are|have|would|can)( not|n't)",
  "(not|cannot|n't) ... (switch|turn)(ed|ing)?-off",
  '(icb|board|nhs england|nhse|government) (has |have |had )?(asked|told|advised|recommended|suggested|wants?) ... (us|practices|gps)(?!.*(we|i) (therefore |now |hereby )*(ask|instruct|request|require|write))',
  '(discussed|considered|talked about|thought about) ... (asking|writing|telling|instructing)',
];

/** Words of a request about some patients or about what is older: it pauses nothing for the practice. */
export const FOR_SOME_ONLY = [
  'for (the )?(\\d+|these|those|some|certain|following|individual) (\\p{L}+ )?patients',
  'for (the )?(patients|those|children|people) (listed|named|below|under|aged under|on the (attached|enclosed) list)',
  '(disable|pause|enable|stop|suspend|activate|(switch|turn)-(on|off)) (the |all )?proxy',
  '(pause|pausing|defer|delay|stop|suspend|halt) (the |our |any )*(bulk )?(upload|uploading|scanning|filing|sending) (of )?(letters|documents|attachments|results)',
  '(historic|historical|retrospective) (\\p{L}+ ){0,2}(access|records?|documents?|letters|entries|consultations|information|data)',
];

/** Not yet a withdrawal. */
export const LATER = [
  'until|unless|if|may|might|when|once|will (write|tell|notify|let|inform)|right to|can be|at any time|later|before',
];

/** Words of a supplier, or of one who answers a letter. */
export const ACKNOWLEDGES = [
  "(thank you for|thanks for|acknowledge|acknowledges|acknowledging|acknowledgement of|confirm receipt of|confirming receipt of|receipt of|in receipt of|received|responding to|in response to|with reference to|further to)( having received)? (your|the practice's|a|the) ([\\p{L}\\d]+ ){0,4}(letter|request|e-?mail|instruction|notice|notification|form|message|correspondence)",
  "(your|the practice's) (letter|request|e-?mail|instruction|notice)[^.;\\n]{0,80} (has been|was|is|have been) (received|noted|logged|actioned|recorded|acknowledged|processed|accepted)",
  '(we|i) (have|can|confirm) ... (noted|logged|actioned|recorded|paused|deferred|excluded|removed|acknowledge) ... your (practice|request|letter|organisation|site)',
];

/** Words by which a practice, as the one who decides on its records, can be told from others. */
export const PRACTICE_WRITES = [
  '(we|i|practice|surgery|partners|our|us) ... (are|as|is|act|am)( the| a| joint)? (data )?controllers?',
  'as( the| a)? (data )?controllers?',
  '(our|my) (practice|surgery|patients|system supplier|registered patients|clinical system|partners|list)',
  'on behalf of (the |our |all )?(gp )?(partners|partnership|practice|surgery)',
  '(practice|surgery|business) manager',
  '(gp|senior|managing|executive) partner',
];

/** Words of others who write such letters. */
export const OTHERS_WRITE = [
  'on behalf of[^.;\\n]{0,60} (lmc|local medical committee|icb|integrated care board|nhs england|bma|federation|pcn|primary care network)',
  '(chief executive|chair|medical director|secretary)[^.;\\n]{0,40} (lmc|local medical committee|icb|integrated care board)',
];

/** Words of a letter that speaks to its supplier without naming it. */
export const SPEAKS_TO_SUPPLIER = [
  '(you|your)[^.;\\n]{0,30},? (as|are|being) our ((clinical |it |gp )*(system|software|it) (supplier|provider)|data processor|supplier|processor)',
  'as our ((clinical |it |gp )*(system|software|it) (supplier|provider)|data processor|processor)',
];
