import type { Sought } from './sought.ts';

/** What a DPIA should hold besides its steps, outcome and days. (ICO form; domain notes, section 5.) */
export const CONTROLLER: Sought = {
  point: 'the controller named',
  needed: false,
  answer: 'person',
  topics: [],
  labels: [
    'name of controller',
    'name of the controller',
    'name of data controller',
    'name of the data controller',
    'data controller',
    'controller',
    'controller name',
    'data controller name',
    'data controller(s)',
    'submitting controller',
    'name of organisation',
    'organisation',
    'organisation name',
    'practice name',
    'name of practice',
    'name of the practice',
  ],
  phrases: [
    'data controllers? (for this processing |in this case |here )?(is|are|will be)',
    'controller (is|:)',
    'on behalf of the (data )?controllers?,?',
  ],
  afterName: [
    '(is|are|acts as|remains|,) the (data )?controllers?',
    ',? as (the )?(data )?controllers?',
    '\\((the )?(data )?controller\\)',
  ],
  denies: [],
};

export const MEASURES: Sought = {
  point: 'measures approved',
  needed: false,
  answer: 'person',
  topics: ['measures ... (approved|agreed)'],
  labels: ['measures approved by', 'measures approved', 'mitigations approved by'],
  phrases: [
    '(measures|mitigations)[^.;\\n]{0,60} (approved|agreed|accepted|signed-off) (by|on behalf of)',
    'approve(d|s)? the (measures|mitigations)',
  ],
  afterName: ['(approved|approve|agreed|accepted) (the|these|all) (measures|mitigations)'],
  denies: ['(measures|mitigations) (have|has|are|were) not (yet )?(been )?(approved|agreed)'],
};

export const RESIDUAL: Sought = {
  point: 'residual risks approved',
  needed: false,
  answer: 'person',
  topics: ['residual risks? ... (approved|accepted)'],
  labels: [
    'residual risks approved by',
    'residual risk approved by',
    'residual risks accepted by',
    'residual risk accepted by',
    'residual risks approved',
  ],
  phrases: [
    'residual risks?[^.;\\n]{0,60} (approved|agreed|accepted|signed-off) (by|on behalf of)',
  ],
  afterName: ['(approved|approve|accepted|accept|agreed)[^.;\\n]{0,40} residual risks?'],
  denies: ['residual risks? (have|has|are|is|were) not (yet )?(been )?(approved|accepted|agreed)'],
};

export const DPO_ADVICE: Sought = {
  point: "the DPO's advice",
  needed: false,
  answer: 'words',
  topics: [
    '(dpo|data protection officer)[^.;\\n]{0,40}(consulted|advice|advised|reviewed|approved)',
  ],
  labels: [
    'dpo advice provided',
    'dpo advice',
    'summary of dpo advice',
    "dpo's advice",
    'advice of the dpo',
    'dpo comments',
    'dpo review',
    'dpo recommendation',
    'dpo opinion',
    'data protection officer advice',
    "data protection officer's advice",
    'advice of the data protection officer',
  ],
  phrases: [
    '(dpo|data protection officer),? (who |has |have |had |was |were |also |\\p{L}+ly |been )*(advised|advises|recommended|recommends|commented|supports?|supported|agreed|agrees|reviewed|consulted|confirmed|confirms|considers|approved|content)',
    '(advice|opinion|comments|recommendations?) (of|from|by) (the |our |its )?(dpo|data protection officer) ... (was|were|is|has|have|that|accepted|followed|sought|taken|obtained)',
    '(consulted|consulting|advice from|sought advice from|reviewed by|agreed with|discussed with) (the |our |its )?(practice )?(dpo|data protection officer)',
  ],
  denies: [
    'no (dpo|data protection officer)',
    '(dpo|data protection officer)[^.;\\n]{0,40} (has|have|was|were) not (yet )?(been )?\\p{L}+',
    'no advice (from|was|has)',
  ],
};

export const SIGNATURE: Sought = {
  point: 'a signature',
  needed: true,
  answer: 'person',
  topics: ['dpia ... (signed|approved)|signed-off'],
  labels: [
    'signed',
    'signed by',
    'signature',
    'signed-off by',
    'sign-off by',
    'signed-off',
    'sign-off',
    'signed on behalf of the practice',
    'signed on behalf of the controller',
    'signed for the practice',
    'electronically signed by',
    'approved by',
    'approved and signed by',
    'authorised by',
    'dpia approved by',
  ],
  phrases: [
    '(signed|signed-off|e-signed) ... (by|on behalf of)( the| our| all)?',
    '(this |the )?(dpia|assessment|document)[^.;\\n]{0,40} (approved|authorised|ratified|adopted) (by|on behalf of)( the| our| all)?',
    'electronically signed:?',
  ],
  denies: [
    'unsigned',
    '(not|yet to be|to be) (been )?signed',
    '(awaiting|pending) (signature|sign-off)',
  ],
};

export const DPIA_SOUGHT = [CONTROLLER, MEASURES, RESIDUAL, DPO_ADVICE, SIGNATURE] as const;

/** Labels of sign-off tables that end an answer and give none of the points. */
export const DPIA_LABELS = [
  'subject/title of dpo',
  'subject',
  'title of dpo',
  'title of project',
  'project title',
  'project name',
  'project lead',
  'name of dpo',
  'name of controller contact/dpo',
  'name of controller contact',
  'controller contact',
  'dpo name',
  'dpo contact',
  'name of data protection officer',
  'data processor',
  'data processors',
  'prepared by',
  'completed by',
  'author',
  'item',
  'name/position/date',
  'name/position/signature/date',
  'dpo advice accepted or overruled by',
  'consultation responses reviewed by',
  'this dpia will kept under review by',
  'this dpia will be kept under review by',
  'kept under review by',
  'date completed',
  'completed on',
  'date of dpia',
  'dpia date',
  'date of completion',
  'date of assessment',
  'recommendation',
];
