import type { Sought } from './sought.ts';

/** Who is trained: all staff, and locums with them. (LMC, "working towards"; readiness checklist; domain notes, 2.7 and 5.) */
export const TRAINING: Sought = {
  point: 'staff training',
  needed: true,
  answer: 'words',
  topics: ['staff ... train(ed|ing)|train(ed|ing) ... staff|training'],
  labels: [
    'staff training',
    'training',
    'training of staff',
    'training plan',
    'training for staff',
    'training and education',
    'staff training and awareness',
    'training and awareness',
    'staff education',
    'staff training completed',
    'training completed',
    'training dates',
    'training date',
    'training sessions',
    'how will staff be trained',
    'how staff will be trained',
    'how are staff trained',
    'training planned',
    'all staff trained',
    'all staff including locums trained',
    'staff trained',
    'staff awareness',
  ],
  phrases: [
    '(staff|teams?|colleagues|clinicians|receptionists|administrators|gps|nurses|everyone|employees|workforce|locums) ... (will be|have been|has been|are being|is being|are to be|were|are|be|get|been) (fully |all )?(trained|briefed)',
    '(staff|teams?|colleagues|clinicians|everyone|gps|nurses) ... (will|to|must|shall|have|has|are|is) ... (complete|completed|completing|attend|attended|attending|receive|received|undertake|undertaken|do|done|have|had|finish|finished|given) ... (training|e-learning|webinars?|module|course|session)',
    'training ... (will|has|have|is|are|was|were|to) (be |been |being )?(provided|delivered|completed|given|booked|arranged|planned|scheduled|held|run|rolled out|undertaken|offered|organised|carried out|cascaded|mandatory|under-way|in place)',
    '(provide|deliver|arrange|organise|run|hold|book|booked|complete|completed|schedule|give|cascade|roll out|receive|undertake|held|ran|delivered|arranged|provided) ... training ... (staff|team|clinicians|locums|everyone|receptionists|sessions?|events?|on|in|for|about|by)',
    'staff training (is |to be |will be )?(complete|completed|done|finished|under-way)',
    '(staff|teams?|clinicians|everyone) ... (has|have|will|to) (all )?(watch|watched|read|seen) ... (videos?|modules?|guide|guidance|training)',
    'train (all |our |the )*(staff|team|clinicians|receptionists|colleagues|everyone)',
    '(staff|team|whole team|practice) (training|briefing) (session|day|event|afternoon|meeting|programme|module)s? ... (on|in|is|are|was|were|will|booked|held|by)',
  ],
  denies: [
    'no (staff |formal |further )?(training|one has been trained|staff (training|have been trained))',
    'training (has|have|is|are|was|were|will) (still |also )?(not|yet to|never)',
    'staff ... (have|are|has|is|will) not (yet )?(been |be )?(trained|had training|received)',
    'untrained',
    'training (is )?(outstanding|not (yet )?(planned|arranged|booked))',
  ],
};

export const LOCUMS: Sought = {
  point: 'locums in the training',
  needed: false,
  answer: 'words',
  topics: ['locums?'],
  labels: ['locum training', 'locums trained', 'training of locums', 'training for locums'],
  phrases: [
    '(train(ed|ing)?|briefed|briefing|e-learning|webinars?|module|session|induction)[^.!?\\n•]{0,120} locums?',
    'locums? ... (train(ed|ing)?|brief(ed|ing)?|e-learning|induction|module|session|guide|pack)',
  ],
  unlessWith: ['except( for)?|excluding|apart from|other than|but not'],
  denies: [
    '(not|excluding|except( for)?|apart from|other than|but not) ... locums?',
    'locums? ... (not|excluded|exempt)',
    'no locums?',
  ],
};
