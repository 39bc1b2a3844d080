/** One word of the service: its id is where pages link to, the word in kebab case. */
export type Term = { readonly id: string; readonly word: string; readonly means: string };

/** The README's glossary in plain English, by theme, in the order of the flow. */
export const GLOSSARY: readonly { readonly heading: string; readonly terms: readonly Term[] }[] = [
  {
    heading: 'The programme',
    terms: [
      {
        id: 'automatic-access',
        word: 'Automatic access',
        means:
          'Patients with an online account see new entries in their GP record without asking. Also called prospective record access.',
      },
      {
        id: 'code-104',
        word: 'Code 104',
        means:
          'SNOMED code 1364731000000104, “enhanced review indicated before granting access to own health record”. It holds back automatic access for the patient who has it.',
      },
      {
        id: 'bulk-coding',
        word: 'Bulk coding',
        means: 'Putting code 104 on many patients’ records at once, before a switch-on.',
      },
      {
        id: 'dpia',
        word: 'DPIA',
        means:
          'Data protection impact assessment: what a practice writes to weigh the risks to patients’ data, with an outcome and a date to look at it again.',
      },
      {
        id: 'pause-letter',
        word: 'Pause letter',
        means: 'A practice’s letter that asks its system supplier not to switch access on.',
      },
      {
        id: 'plan',
        word: 'Plan',
        means:
          'A practice’s written plan to get to automatic access, with a lead, staff training, a way to review records and a target date.',
      },
      {
        id: 'system-supplier',
        word: 'System supplier',
        means: 'The company whose system a practice keeps its records in, such as EMIS or TPP.',
      },
      {
        id: 'icb',
        word: 'ICB',
        means: 'Integrated care board: it commissions the practices of its area.',
      },
      {
        id: 'sub-icb',
        word: 'Sub-ICB location',
        means: 'A part of an ICB’s area, with a code of its own.',
      },
      { id: 'pcn', word: 'PCN', means: 'Primary care network: some practices that work together.' },
    ],
  },
  {
    heading: 'What is sent',
    terms: [
      { id: 'announcement', word: 'Announcement', means: 'That a file will come, and from whom.' },
      { id: 'upload', word: 'Upload', means: 'A file as it came.' },
      {
        id: 'quarantine',
        word: 'Quarantine',
        means: 'Where a file waits until it was scanned and screened for patient data.',
      },
      {
        id: 'original',
        word: 'Original',
        means: 'A clean file as it was sent, kept under its hash.',
      },
      {
        id: 'receipt',
        word: 'Receipt',
        means: 'What was taken from an upload, what was not and why, and what was warned of.',
      },
      {
        id: 'checklist',
        word: 'Checklist',
        means: 'What screening found in a document, with the page or paragraph. It judges nothing.',
      },
      { id: 'review', word: 'Review', means: 'An ICB’s judgement of a document.' },
      {
        id: 'member',
        word: 'Member',
        means: 'Somebody who may sign in here.',
      },
      {
        id: 'membership',
        word: 'Membership',
        means: 'The record that says as what somebody signs in, and for whom.',
      },
      { id: 'role', word: 'Role', means: 'What somebody is here for, such as ICB analyst.' },
      {
        id: 'scope',
        word: 'Scope',
        means: 'Whose practices somebody acts for or sees, such as those of one ICB.',
      },
      { id: 'audit', word: 'Audit', means: 'The list of who did what here, and when.' },
      { id: 'reply', word: 'Reply', means: 'The practice’s answer to it, in its own words.' },
      {
        id: 'remark',
        word: 'Remark',
        means: 'What a practice says in its own words beside its status; no rule reads it.',
      },
      {
        id: 'mapping',
        word: 'Mapping',
        means: 'How one sender’s headings and words are read as ours.',
      },
      { id: 'tombstone', word: 'Tombstone', means: 'What stays of an original that was erased.' },
      { id: 'extract', word: 'Extract', means: 'A system supplier’s file of configurations.' },
      {
        id: 'configuration',
        word: 'Configuration',
        means: 'Whether default access is on or off at a practice.',
      },
      {
        id: 'booking',
        word: 'Booking',
        means: 'The date on which a supplier will switch a practice on.',
      },
    ],
  },
  {
    heading: 'Evidence and its dates',
    terms: [
      {
        id: 'statement',
        word: 'Statement',
        means: 'One thing that one sender said about one practice.',
      },
      {
        id: 'fact',
        word: 'Fact',
        means:
          'A statement that has been received: with an id, its receipt and where it came from.',
      },
      {
        id: 'ledger',
        word: 'Ledger',
        means: 'All facts. It is only ever added to: nothing in it is changed.',
      },
      { id: 'effective-on', word: 'Effective on', means: 'The day on which something was true.' },
      { id: 'as-at', word: 'As at', means: 'The day that a file speaks of.' },
      { id: 'received-at', word: 'Received at', means: 'When we learnt it.' },
      {
        id: 'valid-at',
        word: 'As at a day (valid at)',
        means: 'The day that an answer is about. One of the three clocks.',
      },
      {
        id: 'known-at',
        word: 'As known on (known at)',
        means: 'Only what had been received by then counts. One of the three clocks.',
      },
      {
        id: 'rules-at',
        word: 'Under the rules of (rules at)',
        means: 'The policy as it had been announced by then. One of the three clocks.',
      },
    ],
  },
  {
    heading: 'How a status comes about',
    terms: [
      {
        id: 'policy-entry',
        word: 'Policy entry',
        means:
          'One change of the rules: when it was announced, from when it has effect, what it changes, and where it is written.',
      },
      {
        id: 'clause',
        word: 'Clause',
        means: 'One rule of status. They are tried in a fixed order.',
      },
      {
        id: 'status',
        word: 'Status',
        means: 'What the first clause that is met says of a practice: one of ten.',
      },
      { id: 'signal', word: 'Signal', means: 'Something to act on, beside the status.' },
      { id: 'flag', word: 'Flag', means: 'How far the evidence may be leant on.' },
      { id: 'label', word: 'Label', means: 'What the contract says of the status.' },
      {
        id: 'proof',
        word: 'Proof',
        means:
          'The clause, every fact that it rests on, and what the clauses before it lacked. A second program checks it.',
      },
      {
        id: 'contradiction',
        word: 'Contradiction',
        means: 'A practice’s own word that its supplier’s extract shows otherwise.',
      },
    ],
  },
  {
    heading: 'Figures and releases',
    terms: [
      {
        id: 'coverage',
        word: 'Coverage',
        means: 'The share of practices that are live, or of patients whose practice is.',
      },
      {
        id: 'denominator',
        word: 'Denominator',
        means: 'Which practices a percentage is of: open, listed or programme.',
      },
      {
        id: 'open',
        word: 'Open',
        means:
          'The denominator of all open GP practices in England, without those with a national exemption. The headline is of these.',
      },
      {
        id: 'listed',
        word: 'Listed',
        means: 'The denominator of those open practices that have registered patients.',
      },
      {
        id: 'programme',
        word: 'Programme',
        means: 'The denominator of those listed practices whose supplier the national dates bind.',
      },
      {
        id: 'bounds',
        word: 'Bounds',
        means:
          'The share if every practice of which too little is known were not live, and if every one were.',
      },
      {
        id: 'small-numbers',
        word: 'Small numbers',
        means:
          'Counts of people below England: 1 to 7 read [c], for confidential, and others go to the nearest 5, so that nobody can be told from a figure.',
      },
      { id: 'release', word: 'Release', means: 'A week’s published figures, version 1.0.0.' },
      { id: 'amendment', word: 'Amendment', means: 'A later version of the same week.' },
      {
        id: 'restatement',
        word: 'Restatement',
        means: 'A figure that an amendment changed: from what to what, and why.',
      },
      {
        id: 'manifest',
        word: 'Manifest',
        means: 'What a release was made from, and the hash of each of its files.',
      },
      { id: 'link', word: 'Link', means: 'The place of a release in the row of all releases.' },
      {
        id: 'chain',
        word: 'Chain',
        means:
          'All links. Each holds the hash of the one before, so that no release can be altered unseen.',
      },
      {
        id: 'leg',
        word: 'Step between two weeks',
        means: 'One part of how a practice moved between two releases.',
      },
      { id: 'cause', word: 'Cause', means: 'What such a step is put down to.' },
    ],
  },
  {
    heading: 'Alerts',
    terms: [
      {
        id: 'alert',
        word: 'Alert',
        means:
          'What a rule finds of a practice, with its proof: since when, by which threshold, and what would close it.',
      },
      {
        id: 'rule',
        word: 'Rule',
        means: 'What alerts are found by. Each has its number in the policy.',
      },
      {
        id: 'stalled',
        word: 'Stalled',
        means: 'A practice that does not get on: nothing received for weeks shows a step forward.',
      },
      {
        id: 'episode',
        word: 'Episode',
        means:
          'One alert of one practice, from the first evening it was found to the one when it is found no more.',
      },
      {
        id: 'ladder',
        word: 'Ladder',
        means: 'The steps by which an open alert is told again: first notice, week 4, week 12.',
      },
      { id: 'step', word: 'Step', means: 'How far up the ladder an alert is.' },
      { id: 'acknowledge', word: 'Acknowledge', means: 'To say that you deal with an alert.' },
      { id: 'snooze', word: 'Snooze', means: 'To keep an alert quiet until a day, for a reason.' },
      { id: 'assign', word: 'Assign', means: 'To say who is to deal with an alert.' },
      {
        id: 'chase',
        word: 'Chase',
        means: 'To ask the practice. Each chase is noted: when, how and by whom.',
      },
      {
        id: 'subscription',
        word: 'Subscription',
        means: 'Who is told of alerts, of which, and how soon.',
      },
      { id: 'cover', word: 'Cover', means: 'Which practices a subscription is about today.' },
      {
        id: 'pace',
        word: 'Pace',
        means: 'How soon a kind of alert is told: at once, weekly or not.',
      },
      { id: 'digest', word: 'Digest', means: 'A commissioner’s mail about a week.' },
      { id: 'notice', word: 'Notice', means: 'A mail about what is told at once.' },
      {
        id: 'reminder',
        word: 'Reminder',
        means: 'A mail that tells a practice of its own alerts.',
      },
      {
        id: 'delivery',
        word: 'Delivery',
        means: 'How far a message got: begun, sent, waiting, refused, dead, uncertain or dropped.',
      },
      {
        id: 'rehearsal',
        word: 'Rehearsal',
        means: 'Looking for alerts with nothing sent and nothing kept.',
      },
    ],
  },
];
