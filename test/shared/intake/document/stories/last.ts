import { code, type Story } from './story.ts';

/** A third set, again written before screening had seen any of it. */
export const LAST: readonly Story[] = [
  {
    story: 'a letter whose request is a single heading',
    pdf: `Park Road Surgery
Park Road, Newbridge

03/11/2022

Optum (EMIS)
Leeds

STOP AUTOMATIC RECORD ACCESS - PRACTICE A81001

Dear all,

The above is our formal instruction as controller.

Dr K Sample
For the partners of Park Road Surgery`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-11-03' },
  },
  {
    story: 'a letter that leaves the date to the postmark and names the month',
    docx: `November 2022
Dear TPP
Park Road Surgery (A81001) does not wish to have prospective access enabled for its patients.
Yours sincerely, Practice Manager`,
    kind: 'letter',
    found: 'to asks practice from',
    says: { to: 'TPP' },
    warns: ['a month without a day'],
  },
  {
    story: 'an e-mail to the helpdesk of TPP forwarded to the ICB',
    pdf: `From: Manager, Park Road
Sent: 08 November 2022 12:00
To: NHS ANYWHERE ICB Primary Care
Subject: FW: Record access

For your information.

From: Manager, Park Road
Sent: 03 November 2022 09:30
To: TPP Helpdesk
Subject: Record access

Please do not tick the default prospective access preference for Park Road Surgery (A81001).
We are not ready to switch this on.
Practice manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'TPP', sentOn: '2022-11-03', sentTime: '09:30' },
  },
  {
    story: 'a letter with conditions, that asks to wait',
    docx: `31 Oct 22
EMIS Health
Dear Sir/Madam,
Our practice (Park Road Surgery, A81001) supports giving patients access. However, until staff have been trained we must ask you to wait: the functionality is to remain off for our organisation.
When we are ready to enable it we will write to you again.
Yours faithfully
Dr K Sample, Partner`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-10-31' },
  },
  {
    story: 'a letter to Vision',
    docx: `7 November 2022
Cegedim Healthcare Solutions
Dear Cegedim
Do not activate automatic access at Park Road Surgery (A81001) please.
Practice manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'Vision', sentOn: '2022-11-07' },
  },
  {
    story: 'a letter that cancels a go-live date',
    pdf: `Date 14 February 2023
To EMIS
From Park Road Surgery, code A81001

Dear EMIS

We booked our bulk enablement for 1 March 2023. Owing to staff sickness we would like
to cancel that date and to defer enablement until further notice.

Regards
Operations manager, Park Road Surgery`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2023-02-14' },
  },
  {
    story: 'a plan in the words of a national checklist',
    docx: `Citizens' Access: practice mobilisation plan
Organisation: Park Road Surgery (A81001)
Accountable person: Dr K Sample
We have read the clinical safety case.
Every member of the team, permanent or temporary, has watched the three national videos.
Registration forms now mention online access.
Each week the reports manager runs the at-risk searches; the duty doctor opens every record found and decides whether it is safe to share.
Where it is not, we add 1364731000000104.
Our online visibility guide shows how to hide an entry.
Notice boards and our web page explain the change.
Switch-on: 18 March 2024
Plan signed off 29 January 2024 by Dr K Sample`,
    kind: 'plan',
    found: 'lead target training process 104 redaction patients signoff agreed practice',
    says: {
      agreedOn: '2024-01-29',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-03-18',
    },
  },
  {
    story: 'an action plan on bulk 104 codes',
    pdf: `Action plan for the removal of bulk 104 codes	Park Road Surgery	A81001
Lead: Dr K Sample, supported by the data quality lead
We coded 92% of our patients with 104 in October 2022. Starting on 5 February 2024 we will
review 500 records a week and replace the code with 106 where it is safe. Records of patients
with safeguarding flags are reviewed first, by a doctor. All staff were trained on 17 January
2024. We expect to finish, and to have automatic access on for all remaining patients, by
28 June 2024. This plan was agreed with the ICB on 25 January 2024.`,
    kind: 'plan',
    found: 'lead target training process 104 agreed practice',
    says: {
      agreedOn: '2024-01-25',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-06-28',
    },
  },
  {
    story: 'a form in capitals with many blanks and three answers',
    pdf: `PRACTICE ACCESS PLAN
PRACTICE:	PARK ROAD SURGERY
LEAD:	J. SMITH
TARGET DATE:	TBC
STAFF TRAINING:	BOOKED FOR 21/02/2024
RECORD REVIEW PROCESS:
REDACTION:
DPIA:	YES
DATE AGREED:
SIGNED:
REVIEW DATE:`,
    kind: 'plan',
    found: 'lead training dpia practice',
    says: { leadNamed: true, staffTraining: true },
  },
  {
    story: 'a plan in Word with columns that are read across',
    docx: `Implementation plan for prospective access
Park Road Surgery
Item
Detail
Named lead
Lesley Sample (she/her), assistant practice manager
Target date
On or before 15 April 2024
Training
Locums: induction pack updated. Employed staff: session held 10 January 2024.
Identification and review of sensitive records
Safeguarding leads review each flagged record quarterly
104 codes
None in bulk
Redaction
(blank)
Patient comms
(blank)
Review date
Six months after go live
Agreed by
Partners
Date agreed
24th January 2024`,
    kind: 'plan',
    found: 'lead target training locums process 104 signoff agreed practice',
    // "None in bulk" is read as "none".
    misread: '104',
    says: {
      agreedOn: '2024-01-24',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-15',
    },
  },
  {
    story: 'guidance that tells practices what a plan should hold, sent as a plan',
    about: { practice: null, document: 'plan' },
    pdf: `Guidance for practices: working towards access

Practices should agree an implementation plan. The plan should name a lead and give a
target date. It should say how staff, including locums, are to be trained, and set out a
process for identifying records with sensitive information. Practices may wish to
include a DPIA. The plan should be reviewed regularly.`,
    kind: 'plan',
    found: '',
    says: {},
  },
  {
    story: 'a plan with a date that has gone by, and an excuse',
    docx: `Plan for record access, Park Road Surgery, A81001
Lead: Dr K Sample
Go-live was planned for 31 October 2023 but was missed because of sickness. The new go-live date is 29 February 2024.
Training of reception staff has not been completed; clinicians were trained on 2 October 2023.
A procedure to check records for harmful content before they are shared is in use.
Agreed: 3 January 2024`,
    kind: 'plan',
    found: 'lead target training process agreed practice',
    says: {
      agreedOn: '2024-01-03',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-02-29',
    },
  },
  {
    story: 'an ICB sends a plan that it wrote with the practice',
    sender: { role: 'icb', org: 'QHM' },
    pdf: `Joint plan: A81001 Park Road Surgery and NHS Anywhere ICB
Practice lead: Kim Sample. ICB lead: Lee Other.
Milestone 1: staff training complete by 9 February 2024.
Milestone 2: review of records with sensitive entries complete by 15 March 2024.
Milestone 3: go-live on 2 April 2024.
Agreed between the practice and the ICB on 18 January 2024. Next review 1 May 2024.`,
    kind: 'plan',
    found: 'lead target training process review agreed practice',
    says: {
      agreedOn: '2024-01-18',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-02',
      reviewOn: '2024-05-01',
    },
  },
  {
    story: 'a DPIA that keeps all of the form and chooses automatic access',
    docx: `Submitting controller details
Name of controller
Park Road Surgery
Subject/title of DPO
Head of IG, Anyshire
Step 1: Identify the need for a DPIA
Explain broadly what project aims to achieve and what type of processing it involves.
Our patients will be able to read what we write about them from the day it is written.
Step 2: Describe the processing
Describe the nature of the processing: how will you collect, use, store and delete data?
No new data are collected. Entries are shown to the patient that they are about.
Step 3: Consultation process
Consider how to consult with relevant stakeholders:
Survey of 212 patients in June 2023; discussion at two practice meetings.
Step 4: Assess necessity and proportionality
Describe compliance and proportionality measures, in particular: what is your lawful basis for processing?
Public task and health care. The same aim cannot be met with less.
Step 5: Identify and assess risks
Describe source of risk and nature of potential impact on individuals.
Abuser forces a patient to show the record
Possible
Severe
High
Step 6: Identify measures to reduce risk
104 code after individual review of people at risk
Reduced
Medium
Yes
Step 7: Sign off and record outcomes
Measures approved by:
K Sample, Partner, 9/10/23
Residual risks approved by:
K Sample, Partner, 9/10/23
DPO advice provided:
Proceed
Summary of DPO advice:
The DPO is content that the risks have been reduced as far as they can be.
This DPIA will be kept under review by:
Operations manager, next review 9/10/24
Conclusion: proceed with automatic access for all patients`,
    kind: 'dpia',
    found: 'controller 1 2 3 4 5 6 7 outcome measures residual dpo date signature review practice',
    says: {
      completedOn: '2023-10-09',
      signed: true,
      outcome: 'automatic',
      reviewOn: '2024-10-09',
    },
  },
  {
    story: 'a DPIA in prose, opt-in, in a letter-like paper to the partners',
    pdf: `Paper for partners: data protection impact assessment of accelerated access
Park Road Surgery, A81001, as controller

We assessed the risks on 12 July 2023 with our DPO, who advised that giving access by
default could not be justified. We considered three options. The first was automatic
access; the second, automatic access with 104 codes; the third, access when a patient
asks. The partners voted for the third option. Patients will need to opt in.

Signed by K Sample and P Other, partners, 21 July 2023. Review: July 2024.`,
    kind: 'dpia',
    found: 'controller outcome dpo date signature review practice',
    says: {
      completedOn: '2023-07-21',
      signed: true,
      outcome: 'opt-in',
      reviewOn: '2024-07-31',
    },
  },
  {
    story: 'a DPIA of something else',
    about: { practice: null, document: 'dpia' },
    docx: `Data protection impact assessment: new telephone system
Name of controller: Park Road Surgery
Step 1: Identify the need for a DPIA
Calls are recorded, and recordings hold health data of callers and staff.
Measures approved by: K Sample, 3 May 2023
Residual risks approved by: K Sample, 3 May 2023`,
    kind: 'dpia',
    found: 'controller 1 7 measures residual date signature practice',
    says: {},
    warns: ['nothing in it counts'],
  },
  {
    story: 'a DPIA that says no to both, for now',
    docx: `DPIA: prospective access
Controller: Park Road Surgery, A81001
We have paused by letter and will not switch on automatic access this year. We have not adopted an opt-in model either.
Date of assessment: 1 December 2022
Signature: K Sample`,
    kind: 'dpia',
    found: 'controller date signature practice',
    says: { completedOn: '2022-12-01', signed: true },
  },
  {
    story: 'a DPIA with the signature of another year and a broken date',
    pdf: `Data Protection Impact Assessment - online records
Data controller	Park Road Surgery
Model of access	Opt-in (patients ask for access at reception)
DPO advice	Supports opt-in
Signed	K Sample	Date	31/09/2023
Review date	30/09/2024`,
    kind: 'dpia',
    found: 'controller outcome dpo signature review practice',
    says: { signed: true, outcome: 'opt-in', reviewOn: '2024-09-30' },
    warns: ['there is no 31 September 2023'],
  },
  {
    story: "the template of an ICB with the practice's name and nothing else",
    docx: `Data Protection Impact Assessment for prospective access
Prepared by NHS Anywhere Integrated Care Board, June 2023
Name of controller: Park Road Surgery
Need for a DPIA
The ICB has prepared this text so that practices in its area need not write their own.
Measures approved by: ............
Residual risks approved by: ............
DPO advice provided: ............
Outcome: opt-in / automatic (delete as appropriate)
Signature: ............ Date: ............`,
    kind: 'dpia',
    found: 'controller 1 practice',
    says: {},
  },
  {
    story: 'a DPIA sent for a practice whose code is not the one in it',
    about: { practice: code('A81003'), document: null },
    sender: { role: 'icb', org: 'QHM' },
    pdf: `DPIA. Controller: Park Road Surgery, A81001. The outcome is that the practice
operates on an opt-in basis. Signed: K Sample, 4 September 2023.`,
    kind: 'dpia',
    found: 'controller outcome date signature',
    says: {},
    warns: ['names A81001, not A81003, so nothing in it counts'],
  },
];
