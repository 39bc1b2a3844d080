import type { Story } from './story.ts';

export const PLANS: readonly Story[] = [
  {
    story: 'a plan as a form, in lines',
    docx: `Practice implementation plan: record access
Practice name: Elm Tree Surgery
Practice code: A81001
Named lead: Dr Ann Example
Target date: 31 March 2024
Staff training: all staff, including locums, complete the e-learning by 31 January 2024.
Process to find and review records: a weekly search for safeguarding codes; each record is reviewed by a GP.
Use of 104: only after individual review.
Redaction: at the point of filing.
Patient communication: website and text message in February.
DPIA: completed 3 May 2023, ref 12
Review date: 30 June 2024
Date agreed: 4 December 2023
Signed: Dr Ann Example, GP partner`,
    kind: 'plan',
    found:
      'lead target training locums process 104 redaction patients dpia review signoff agreed practice',
    says: {
      agreedOn: '2023-12-04',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-31',
      reviewOn: '2024-06-30',
    },
  },
  {
    story: 'the same form, empty',
    docx: `Practice implementation plan: record access
Practice name: ____________
Practice code: [insert]
Named lead: ____________
Target date: dd/mm/yyyy
Staff training:
(blank)
Process to find and review records:
(blank)
Use of 104:
TBC
Redaction:
Patient communication:
(blank)
DPIA: TBC
Review date: ......
Date agreed:
(blank)
Signed: ________________ Name: ____________ Date: ________`,
    kind: 'plan',
    found: '',
    says: {},
    untouched: true,
    warns: ['template that nobody has filled in', 'a named lead was not found'],
  },
  {
    story: 'a plan in prose, as a PDF with broken lines',
    pdf: `Working towards automatic record access: our plan

Elm Tree Surgery is working towards giving its patients access to new entries
in their records. This plan was agreed at the partners' meeting on 12th Sep-
tember 2023. The work is led by our practice manager, Priya Nair, with the
support of the whole team.

All clinical and administrative staff will complete the training module on
writing for patients by the end of October, and locums will be given the same
briefing before their first surgery. We have set up a monthly search to
identify records that may hold sensitive or harmful information; a GP then
reviews each of them, and adds the 104 code only where that is needed.
Third-party information will be redacted when letters are filed.

We will tell patients through our website, text messages and a poster.
A data protection impact assessment has been completed.
===
We aim to go live on Monday 4 March 2024. We will review this plan on
3 June 2024.

Signed on behalf of the partners: Dr R. Okafor`,
    kind: 'plan',
    found:
      'lead target training locums process 104 redaction patients dpia review signoff agreed practice',
    says: {
      agreedOn: '2023-09-12',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-04',
      reviewOn: '2024-06-03',
    },
  },
  {
    story: 'a plan as a table of a PDF, label and value in turn',
    pdf: `Records access action plan	A81001
Lead	Sam Sample, Practice Manager
Go-live date	29/02/2024
Training	Whole team session 11 January; locum pack updated
Sensitive records	Safeguarding register reviewed by two GPs every month
104 codes	Reviewed yearly
Communications	Poster, SMS, PPG meeting
DPIA	Attached
Review	1/9/24
Agreed	2.1.24
Approved by	The partners`,
    kind: 'plan',
    found: 'lead target training locums process 104 patients dpia review signoff agreed practice',
    says: {
      agreedOn: '2024-01-02',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-02-29',
      reviewOn: '2024-09-01',
    },
  },
  {
    story: 'a plan that denies everything',
    pdf: `Implementation plan for record access at Elm Tree Surgery
There is no named lead at present. No staff training has been planned, and
locums have not been considered. We have no process to identify records that
may hold sensitive information. No DPIA has been carried out. Patients have
not been told. Redaction has not been discussed. No go-live date has been set.
The plan has not been agreed by the partners.`,
    kind: 'plan',
    found: 'practice',
    says: { staffTraining: false, recordReviewProcess: false },
  },
  {
    story: 'headings with nothing below them',
    docx: `Practice plan for prospective access
Named lead
Target date
Staff training
Process to review records
Use of 104
Redaction
Patient communication
DPIA
Review date
Sign-off`,
    kind: 'plan',
    found: '',
    says: {},
  },
  {
    story: 'a target given as a month',
    docx: `Implementation plan
Elm Tree Surgery, A81001
Lead: Practice manager
We will go live by the end of March 2024.
Training has been booked for all staff on 14 February 2024.
Vulnerable patients' records will be reviewed by a GP before that, using a search built by the PCN.
Agreed by the partners on 10 January 2024`,
    kind: 'plan',
    found: 'lead target training process signoff agreed practice',
    says: {
      agreedOn: '2024-01-10',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-31',
    },
    warns: ['its last day was taken, 31 March 2024'],
  },
  {
    story: 'a target that is only the deadline of the contract',
    pdf: `Access to records: practice plan
Elm Tree Surgery (A81001). The contract asks practices to provide prospective access
by 31 October 2023, the deadline that NHS England set. Our lead is Dr Example. Staff
have been trained. A search finds records with sensitive content and they are
reviewed. Agreed 1 August 2023.`,
    kind: 'plan',
    found: 'lead training process agreed practice',
    says: {
      agreedOn: '2023-08-01',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
    },
    warns: ['a target date was not found'],
  },
  {
    story: 'a plan agreed in the future, month first, and without a year',
    docx: `Implementation plan A81001
Named lead: Dr Example
Date agreed: 31 December 2029
Target date: 03/31/2024
Review date: 30 June
Staff training: done
Record review process: in place`,
    kind: 'plan',
    found: 'lead training process practice',
    says: { leadNamed: true, staffTraining: true, recordReviewProcess: true },
    warns: ['after the day of receipt', 'the month may have been written first', 'has no year'],
  },
  {
    story: 'answers that promise an answer',
    docx: `Practice implementation plan for A81001
Named lead: to be appointed
Deputy: Dr B Example
Target date: TBC
Staff training: to be confirmed
Record review process: n/a
Review date: tbc
Date agreed: not yet agreed`,
    kind: 'plan',
    found: 'practice',
    says: {},
  },
  {
    story: 'a plan with ticks',
    docx: `Practice implementation plan, Elm Tree Surgery A81001, dated 5 January 2024
Named lead: Jo Bloggs
☒ Staff training
☐ Locum training
☒ Record review process
☐ Redaction
☒ Communication to patients
☐ DPIA completed
Target date: 1 April 2024`,
    kind: 'plan',
    found: 'lead target training process patients agreed practice',
    says: {
      agreedOn: '2024-01-05',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-01',
    },
  },
  {
    story: 'a table of actions with a lead and a date each, and none for the plan',
    docx: `Records access action plan, Elm Tree Surgery (A81001), January 2024
Action
Who
By when
Train all staff in redaction
Practice manager
31 January 2024
Run searches for vulnerable patients and review their records
Dr Example
14 February 2024
Update the website
Reception
20 February 2024`,
    kind: 'plan',
    found: 'training process redaction patients practice',
    says: { staffTraining: true, recordReviewProcess: true },
  },
  {
    story: 'a draft, with its date at the top',
    docx: `DRAFT practice implementation plan
Elm Tree Surgery
Date: 3 January 2024
Lead: Dr Example
Go-live date: 2 April 2024
Staff training: e-learning for all
Review of records: monthly search, then GP review`,
    kind: 'plan',
    found: 'lead target training process practice',
    says: {
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-02',
    },
  },
  {
    story: 'locums left out, and training that has not happened',
    pdf: `Access plan. Elm Tree Surgery. Lead: Dr Example. Our target date is 3 June 2024.
All staff except locums have been trained in what patients will see.
There is a protocol for finding records with third-party or harmful content.
We will use 104 codes sparingly. The plan was adopted on 8 January 2024.`,
    kind: 'plan',
    found: 'lead target training process 104 agreed practice',
    says: {
      agreedOn: '2024-01-08',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-06-03',
    },
  },
  {
    story: 'a date first, and what it is for after it',
    pdf: `Our plan for online record access, Elm Tree Surgery

By 30 April 2024 all patients will have automatic access to new entries. Dr Jane
Doe leads on this for the partners. Reception and clinical teams are being trained.
Records that could be harmful are flagged and checked by the safeguarding lead.
Approved by the partners, 15 January 2024. To be reviewed in July 2024.`,
    kind: 'plan',
    found: 'lead target training process review signoff agreed practice',
    says: {
      agreedOn: '2024-01-15',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-30',
      reviewOn: '2024-07-31',
    },
  },
];
