import type { Sought } from './sought.ts';

/** What a plan says to and of others: patients, the DPIA, those who sign it off. (Domain notes, 2.7 and 5.) */
export const PATIENTS_TOLD: Sought = {
  point: 'communication to patients',
  needed: false,
  answer: 'words',
  topics: ['patients? ... (informed|told|notified|aware)|communications?|website|posters?'],
  labels: [
    'patient communication',
    'patient communications',
    'communication with patients',
    'communication to patients',
    'communications to patients',
    'communications with patients',
    'communications plan',
    'communication plan',
    'communicating with patients',
    'communications',
    'communication',
    'informing patients',
    'patient information',
    'patients',
    'patient comms',
    'comms',
    'how will patients be told',
    'how patients will be told',
    'how will patients be informed',
    'how will you tell patients',
    'patient engagement',
  ],
  phrases: [
    '(tell|telling|told|inform|informing|informed|notify|notified|write to|written to|text|texted|contact|contacted|message|messaged|communicate with|communicating with|letting|let) ... patients? ... (know|about|that|by|of|on|via|through|using|website|text|sms)?',
    'patients? ... (will be|have been|are|be|being|were) (also |all )?(told|informed|notified|texted|contacted|written to|messaged|made aware)',
    '(website|web-?pages?|notice-?boards?|posters?|leaflets?|newsletter|text messages?|sms|social media|waiting room|screens?|letters? to patients) ... (will|has|have|is|are|be|been|updated|published|sent|displayed|put|explains?|tells?|shows?)',
    '(sms|texts?|leaflets?|letters?|e-?mails?|messages?) to (all |our |every |the )*patients?',
    '(update|updated|put|publish|published|display|displayed|send|sent|advertis(e|ed|ing)) ... (website|posters?|leaflets?|newsletter|text messages?|sms|social media|waiting room)',
  ],
  denies: [
    '(no|without any?) (communications?|information) ... patients?',
    'patients? ... (will|have|has|are|were) not (yet )?(be |been )?(told|informed|notified|contacted)',
  ],
};

export const DPIA_REFERENCE: Sought = {
  point: 'a reference to the DPIA',
  needed: false,
  answer: 'words',
  topics: ['dpia|data protection impact assessment'],
  labels: [
    'dpia',
    'dpia reference',
    'dpia ref',
    'dpia completed',
    'dpia attached',
    'dpia date',
    'date of dpia',
    'data protection impact assessment',
    'data protection impact assessment (dpia)',
    'reference to dpia',
    'reference to the dpia',
  ],
  phrases: [
    '(dpia|data protection impact assessment) ... (was|is|has been|have been|will be|attached|enclosed|completed|complete|signed|dated|carried out|done|annex\\p{L}*|appendix|under-way|ref(erence)?|approved)',
    "(completed?|see|attached|enclosed|signed|refer to|in line with|set out in|as in|carried out|done|our|the practice's|undertaken|undertake) ... (dpia|data protection impact assessment)",
  ],
  denies: [
    'no (dpia|data protection impact assessment)',
    '(dpia|data protection impact assessment) ... (has|have|is|was|will) not',
    'without a (dpia|data protection impact assessment)',
  ],
};

export const SIGN_OFF: Sought = {
  point: 'sign-off',
  needed: false,
  answer: 'person',
  topics: [
    '(plan|partners) ... (signed|signed-off|approved|agreed)|(signed|signed-off|approved|agreed) by ... partners|sign-off',
  ],
  labels: [
    'signed',
    'signed by',
    'signature',
    'sign-off',
    'sign-off by',
    'signed-off',
    'signed-off by',
    'signed on behalf of the practice',
    'signed for the practice',
    'signed on behalf of the partners',
    'approved by',
    'agreed by',
    'plan agreed by',
    'plan approved by',
    'authorised by',
    'approval',
    'electronically signed by',
  ],
  phrases: [
    '(signed|signed-off|agreed|approved|adopted|ratified|authorised) ... (by|on behalf of)( the| our| all)?',
    '(signed|signed-off):?',
  ],
  denies: [
    '(not|yet to be|to be) (been )?(signed|signed-off|agreed|approved)',
    'unsigned',
    '(draft )?(awaiting|pending) (signature|sign-off|approval)',
  ],
};
