import type { Story } from './story.ts';

/**
 * A fourth set, written last. Faults of reading that it showed were mended; its words were not added to
 * the tables, so it shows how screening does on words that it has not met.
 */
export const UNSEEN: readonly Story[] = [
  {
    story: 'a letter to the ICB from a practice whose letterhead names its system',
    pdf: `Quay Lane Surgery A81001 (EMIS Web practice)
15 January 2024
Anyshire Integrated Care Board
Dear Integrated Care Board
We will not be switching on automatic access to records this month. Our plan is attached.
Yours sincerely
Practice manager`,
    about: { practice: null, document: 'letter' },
    kind: 'letter',
    found: 'date practice from',
    // What it tells the ICB that it does not do reads like a request.
    misread: 'asks',
    says: {},
    warns: ['addressed to the ICB'],
  },
  {
    story: 'a letter with a table of references',
    docx: `Our reference
QLS/2022/11
Your reference
EMIS CDB 12345
Date
1 November 2022
Subject
Accelerated access, A81001
Dear EMIS Health
This is to let you know that the partners have resolved against automatic access. You must leave our settings as they are today.
Yours faithfully
Dr N Example, Quay Lane Surgery`,
    kind: 'letter',
    found: 'to asks date practice from',
    misread: 'asks',
    lacks: 'sentOn',
    says: { to: 'EMIS', sentOn: '2022-11-01' },
  },
  {
    story: 'a message in bullet points to TPP',
    pdf: `From: Quay Lane Surgery (A81001)
Sent: Thursday 3 November 2022 16:59
To: TPP Record Access
Subject: Not ready

• We are the data controller
• Safeguarding checks are not complete
• Please hold our switch-on until February
Thanks`,
    kind: 'letter',
    found: 'to asks date practice from',
    misread: 'asks',
    lacks: 'sentOn sentTime',
    says: { to: 'TPP', sentOn: '2022-11-03', sentTime: '16:59' },
  },
  {
    story: 'a letter that both keeps one pause and answers a question',
    docx: `Date: 6 February 2023
To: EMIS
Dear EMIS
Thank you for your letter of 1 February 2023. Quay Lane Surgery (A81001) does not want to be included in the next phase; please keep us paused.
Regards, Practice Manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2023-02-06' },
  },
  {
    story: 'a plan told as a story of what has been done',
    about: { practice: null, document: 'plan' },
    pdf: `How Quay Lane Surgery is getting ready for record access

Our project group (two doctors, the manager and a patient) has met four times. Nurse
practitioner Alex Sample chairs it and answers for the plan. By now 31 of 35 members of
staff have finished the course; the rest follow in February. Agency doctors get a one-page
guide. We looked at every record with a safeguarding or third-party flag in December and
will do so every quarter. Where a record could do harm we use the 104 code. Patients hear
about it in our newsletter. The switch will be made on 11 March 2024. The partners adopted
this plan on 19 January 2024 and come back to it on 10 June 2024.`,
    kind: 'plan',
    found: 'lead target training locums process 104 patients review agreed practice',
    misread: 'lead locums process patients review',
    lacks: 'leadNamed recordReviewProcess reviewOn',
    says: {
      agreedOn: '2024-01-19',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-11',
      reviewOn: '2024-06-10',
    },
  },
  {
    story: 'a plan as a short form with dots',
    docx: `ACCESS TO RECORDS - PRACTICE PLAN
Practice: Quay Lane Surgery ..... Code: A81001
Lead ........ Alex Sample ........
Go-live date ........ 11.03.2024 ........
Training ........ completed January 2024 ........
Sensitive records ........ quarterly review by safeguarding lead ........
Redaction ........ as per policy ........
Review ........ 10.06.2024 ........
Agreed ........ 19.01.2024 ........`,
    kind: 'plan',
    found: 'lead target training process redaction review agreed practice',
    says: {
      agreedOn: '2024-01-19',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-11',
      reviewOn: '2024-06-10',
    },
  },
  {
    story: 'a plan that waits for others',
    docx: `Implementation plan, Quay Lane Surgery, A81001
Named lead: vacant since Christmas
Target: when the ICB has sent the training
Staff training: none so far; we are waiting for the ICB
Record review process: under discussion
DPIA: not started
Agreed on: 15 January 2024`,
    kind: 'plan',
    found: 'agreed practice',
    says: { agreedOn: '2024-01-15', staffTraining: false },
  },
  {
    story: 'a plan with two leads and a table of dates',
    pdf: `Implementation plan for online access	Quay Lane Surgery (A81001)
Clinical lead	Dr N Example
Administrative lead	Alex Sample
Milestone	Date
DPIA signed	8 January 2024
Staff training finished (locums by e-learning)	31 January 2024
Search and review of at-risk records finished	29 February 2024
Patients written to	1 March 2024
Go-live	11 March 2024
Plan review	10 June 2024
Plan agreed	19 January 2024`,
    kind: 'plan',
    found: 'lead target training locums process patients dpia review agreed practice',
    misread: 'patients',
    says: {
      agreedOn: '2024-01-19',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-11',
      reviewOn: '2024-06-10',
    },
  },
  {
    story: 'a DPIA as a narrow report, opt-in',
    pdf: `Data Protection Impact Assessment
Quay Lane Surgery (controller), A81001

Need for this assessment
Giving all adults sight of new entries by default is new, large-scale processing.

Nature of the processing
Entries are released by the clinical system to the NHS App.

Consultation
Patient group, safeguarding board and staff, autumn 2023.

Risks identified
Coercion; third parties; distress from results read alone. Two are rated high.

Mitigation
Access after a conversation with the patient; redaction before release.

Decision
Access for those who ask (opt-in). The partners accept the remaining risks.

The data protection officer read a draft and had no objection.

Signed for Quay Lane Surgery by Dr N Example on 8 January 2024. Review in January 2025.`,
    kind: 'dpia',
    found: 'controller 1 2 3 5 6 outcome residual dpo date signature review practice',
    misread: 'residual dpo',
    says: {
      completedOn: '2024-01-08',
      signed: true,
      outcome: 'opt-in',
      reviewOn: '2025-01-31',
    },
  },
  {
    story: 'a DPIA whose outcome is to go on as before',
    docx: `DPIA: accelerated access to records
Data controller: Quay Lane Surgery
Outcome: no change to present arrangements until the ICO has answered
Signed: Dr N Example
Date: 8 January 2024
DPO advice: consult the ICO first`,
    kind: 'dpia',
    found: 'controller date signature dpo practice',
    says: { completedOn: '2024-01-08', signed: true },
  },
  {
    story: 'a DPIA that moves from opt-in to automatic access',
    docx: `Data protection impact assessment (second version)
Controller: Quay Lane Surgery, A81001
In 2022 the practice adopted an opt-in model. After the ICO's answer the partners decided on 10 January 2024 to switch on automatic access for all patients with effect from March.
Residual risks accepted by: the partners, 10 January 2024
Signed: Dr N Example, 11 January 2024`,
    kind: 'dpia',
    found: 'controller outcome residual date signature practice',
    // The model that it had before stands there too, so neither is taken.
    misread: 'outcome',
    lacks: 'outcome',
    says: { completedOn: '2024-01-11', signed: true, outcome: 'automatic' },
  },
  {
    story: 'the BMA form with a controller and nobody to sign it',
    docx: `NHS England Accelerated Access Programme
Data Protection Impact Assessment dated 06 October 2023
Prepared by the BMA GPC England
Name of controller
Quay Lane Surgery
Subject/title of DPO
(blank)
Explain broadly what project aims to achieve and what type of processing it involves. Summarise why you identified the need for a DPIA:
Practices have been told to give all patients access to new entries.
Measures approved by:
(blank)
Residual risks approved by:
(blank)
DPO advice provided:
(blank)`,
    kind: 'dpia',
    found: 'controller 1 practice',
    says: {},
  },
];
