import { code, type Story } from './story.ts';

/** Written after the patterns had been made on the other stories, to see how they do on documents not seen. */
export const LATER: readonly Story[] = [
  {
    story: 'a letter on headed paper whose date is at the end',
    pdf: `THE MEADOWS SURGERY
12 High Street, Newbridge NB1 2CD   Tel: 01632 960 200   ODS: A81001

Egton Medical Information Systems Ltd

RE: ACCELERATED ACCESS - NOTICE TO SUPPLIER

We hereby give notice that we do not consent to accelerated access being enabled for
patients registered with us. The decision rests with us as controller, and your role is
that of processor. Any change to our configuration without written instruction would be
a breach of contract.

Signed: Dr L. Example (GP Partner)
Dated: 1st November 2022`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-11-01' },
  },
  {
    story: 'two lines by e-mail',
    pdf: `From: Jo Bloggs <jo.bloggs3@nhs.net>
Date: 31/10/2022 08:55
To: aapostpone@emishealth.com
Subject: A81001 opt out of automatic access

Hi, can you opt us out of the automatic access please? Ta.
Jo Bloggs, Practice Manager, The Meadows Surgery`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-10-31', sentTime: '08:55' },
  },
  {
    story: 'a formal letter with numbered points',
    docx: `PRIVATE AND CONFIDENTIAL
TPP House, 129 Low Lane, Horsforth, Leeds
2nd November, 2022
Dear Sirs,
SystmOne unit: Riverside Health Centre (A81001)
1. We are the controller of the personal data held in the above unit.
2. We understand that you intend to change the organisation preference for online records access.
3. We do not authorise that change. Please ensure that it is not made before you have our express agreement in writing.
4. Kindly let us have your confirmation by return.
Yours faithfully,
For and on behalf of Riverside Health Centre
P. Sample, Managing Partner`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'TPP', sentOn: '2022-11-02' },
  },
  {
    story: 'a letter that extends a pause',
    docx: `Elm Tree Surgery
Our ref: RA/23/4
25 January 2023
EMIS Health, Rawdon House, Leeds
Dear colleague
Further to our letter of 31 October 2022, we remain of the view that it would be unsafe to go live. Please continue to hold off enabling record access at our site until we instruct you otherwise.
With kind regards
Mrs T Example
Business Manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2023-01-25' },
  },
  {
    story: 'a letter to the ICB that tells of an opt-in model',
    pdf: `Elm Tree Surgery A81001
14 November 2023
Dear Integrated Care Board

Following our DPIA the practice has decided to offer prospective access on an
opt-in basis. We have not enabled automatic access and have asked our supplier
not to. Please let us know if you need anything else.

Yours sincerely
Dr Example (partner)`,
    about: { practice: null, document: 'letter' },
    kind: 'letter',
    found: 'date practice from',
    says: {},
    warns: ['addressed to the ICB'],
  },
  {
    story: 'a withdrawal in other words',
    docx: `From: Practice Manager // Sent: 1 June 2023 11:20 // To: recordaccess@tpp-uk.com // Subject: Riverside A81001
Good morning
You may now remove the pause that we asked for in November; our surgery is happy to go live from 12 June 2023.
Many thanks, Practice Manager, Riverside Health Centre`,
    kind: 'letter',
    found: 'to date practice from withdraws',
    says: { to: 'TPP', withdrawnOn: '2023-06-01' },
  },
  {
    story: "a supplier's form of acknowledgement sent on by the practice",
    pdf: `EMIS Group
Case reference: 1234567
Date: 7 November 2022
Organisation: The Meadows Surgery (A81001)

We have received your request to postpone accelerated access, dated 4 November
2022. It has been logged, and access will not be switched on at your organisation.

The EMIS Customer Support team`,
    kind: 'letter',
    found: 'to date practice ack',
    says: { to: 'EMIS', sentOn: '2022-11-04', acknowledgedOn: '2022-11-07' },
  },
  {
    story: 'a plan with questions and answers',
    docx: `Getting ready for record access: our practice's plan
Which practice is this for?
The Meadows Surgery, A81001
Who is the lead?
Mrs P Sample, deputy practice manager
When do you plan to go live?
15th May 2024
How will staff be trained?
Two lunchtime sessions in February, and an online course for anyone who misses them, locums too.
How will you find and review records of patients at risk?
The PCN pharmacist runs the national searches each month. Two GPs look through what they find.
How will the 104 code be used?
Added by a clinician after a review, never in bulk.
How will patients be told?
Banner on the website.
Has a DPIA been done?
Yes, signed on 12/12/2023.
When was this plan agreed, and when will it be reviewed?
Agreed on 11 January 2024. Review due 11 July 2024.`,
    kind: 'plan',
    found: 'lead target training locums process 104 patients dpia review agreed practice',
    says: {
      agreedOn: '2024-01-11',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-05-15',
      reviewOn: '2024-07-11',
    },
  },
  {
    story: 'a plan as minutes of a meeting',
    pdf: `The Meadows Surgery: partners' meeting, 9 January 2024
Item 4: plan for prospective records access

It was agreed that Dr Sample will lead on the roll-out. The target for switching on is
1 May 2024. Clinicians and reception staff are to complete the training package by the
end of March; new starters and locums will be asked to do it before they begin. The
safeguarding lead will go through the records of patients with sensitive entries and
decide who needs a 104 code. Entries about third parties are to be redacted at the time
of coding. The website will be updated. The plan will be looked at again on 4 June 2024.`,
    about: { practice: null, document: 'plan' },
    kind: 'plan',
    found: 'lead target training locums process 104 redaction patients review agreed practice',
    says: {
      agreedOn: '2024-01-09',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-05-01',
      reviewOn: '2024-06-04',
    },
  },
  {
    story: 'a thin plan',
    pdf: `A81001 Access plan
We will go live on 1/3/24. Lead is the practice manager.`,
    about: { practice: null, document: 'plan' },
    kind: 'plan',
    found: 'lead target practice',
    says: { leadNamed: true, targetOn: '2024-03-01' },
  },
  {
    story: 'a checklist with a column of yes and no',
    pdf: `Readiness plan for citizens' access	The Meadows Surgery
Online services lead named	Yes - Pat Sample
All staff trained, including locums	No
Redaction policy in place	Yes
Process to identify at-risk patients and review records	Yes
Patients informed	No
DPIA completed	Yes, 2 October 2023
System settings checked	Yes
Planned go-live date	20 February 2024
Plan approved by partners on	22 November 2023
Review date	22 May 2024`,
    kind: 'plan',
    found: 'lead target redaction process dpia review signoff agreed practice',
    says: {
      agreedOn: '2023-11-22',
      leadNamed: true,
      recordReviewProcess: true,
      targetOn: '2024-02-20',
      reviewOn: '2024-05-22',
    },
  },
  {
    story: 'a plan with objectives and dates of many things',
    docx: `Implementation Plan - Accelerated Access
Version 2.1 (updated 17 January 2024)
Riverside Health Centre, ODS code A81001
1. Background
The contract came into force on 31 October 2023. We paused by letter on 1 November 2022.
2. Responsible person
Dr V Example (partner) with support from the operations manager
3. Objectives
Enable prospective access for all patients aged 16 and over by 30 June 2024
4. Training
E-learning completed by 40 of 52 staff; remaining staff by 28 February 2024
5. Sensitive records
Protocol approved; searches run on 8 January 2024; records reviewed by clinicians with redaction as needed
6. Patients
Leaflet, SMS to all patients on 1 June 2024
7. DPIA
Completed and signed 20 December 2023
8. Approval
Approved at the partnership meeting of 17 January 2024
9. Next review
17 April 2024`,
    kind: 'plan',
    found: 'lead target training process redaction patients dpia review signoff agreed practice',
    says: {
      agreedOn: '2024-01-17',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-06-30',
      reviewOn: '2024-04-17',
    },
  },
  {
    story: 'a plan that has been given up',
    docx: `Record access plan, Elm Tree Surgery, A81001
We do not intend to go live on 1 April 2024 as planned before. Dr Example no longer leads the work and no successor has been named.
Staff have not yet received training. There is no procedure for reviewing sensitive records.
Dated 30 January 2024`,
    kind: 'plan',
    found: 'agreed practice',
    says: { agreedOn: '2024-01-30', staffTraining: false, recordReviewProcess: false },
  },
  {
    story: 'a DPIA in headings of its own',
    docx: `DATA PROTECTION IMPACT ASSESSMENT
Prospective access to GP records
The Meadows Surgery (A81001) is the data controller.
1. Why a DPIA is needed
Large-scale processing of special category data in a new way.
2. The processing
Entries made after go-live become visible to the patient through the NHS App and other apps.
3. Who was consulted
Patient participation group on 6 September 2023; staff; Caldicott Guardian.
4. Necessity and proportionality
Public task; the contract with the NHS; no less intrusive way for those who ask.
5. Risk assessment
Disclosure of third-party data: likely, serious, high. Coercion: possible, serious, high.
6. Mitigating measures
Redaction at filing, review on request, 104 codes for those at risk.
7. Conclusion
Having weighed these risks we conclude that they can be mitigated only if access is given to patients who ask for it. We therefore operate an opt-in model.
Approved and signed by Dr Q Example, Caldicott Guardian and partner, 18th September 2023
To be reviewed by 18 September 2024`,
    kind: 'dpia',
    found: 'controller 1 2 3 4 5 6 outcome date signature review practice',
    says: {
      completedOn: '2023-09-18',
      signed: true,
      outcome: 'opt-in',
      reviewOn: '2024-09-18',
    },
  },
  {
    story: 'a DPIA that chooses the opt-out model',
    pdf: `DPIA: Accelerated access to GP records
Name of controller: Riverside Health Centre
Name of DPO: shared service
...
Risks were assessed in a workshop. The residual risks were accepted by the partners.
The DPO was consulted and advised that the risks are acceptable.
Decision: implement the opt-out model with effect from go-live; patients at high risk
will have 104 codes applied first.
Date completed: 30.11.2023
Review date: 30.11.2024
Signature: V Example	Role: Partner`,
    kind: 'dpia',
    found: 'controller outcome residual dpo date signature review practice',
    says: {
      completedOn: '2023-11-30',
      signed: true,
      outcome: 'automatic',
      reviewOn: '2024-11-30',
    },
  },
  {
    story: 'a DPIA that sends the decision to the partners',
    docx: `Data Protection Impact Assessment
Name of controller: The Meadows Surgery
Recommendation: the partners are asked to choose between an opt-in model and automatic access.
Option A: automatic access for all patients.
Option B: opt-in model.
Outcome: to be confirmed
Signed: awaiting
Date: 2 October 2023`,
    kind: 'dpia',
    found: 'controller date practice',
    says: { completedOn: '2023-10-02' },
  },
  {
    story: 'a DPIA of a practice on a template of its DPO service',
    docx: `DPIA template v3 - prepared by Anyshire DPO Service for member practices
Organisation name
Elm Tree Surgery
Completed by
Practice manager
Need for the DPIA
New national programme that shows new entries in records to patients through the NHS App.
Nature of the processing
Electronic health records are shared with the patient that they are about.
Consultation
Not needed: national programme.
Risk assessment
See the risk log; five risks were scored, two of them high.
Mitigations
Staff training, redaction, 104 codes, alone-time checks at the front desk.
DPO comments
Content with the approach described in this document.
Outcome
Prospective access will be switched on for all patients on 12 February 2024
Sign-off
Practice manager
24 January 2024`,
    kind: 'dpia',
    found: 'controller 1 2 5 6 7 outcome dpo date signature practice',
    says: { completedOn: '2024-01-24', signed: true, outcome: 'automatic' },
  },
  {
    story: 'a DPIA with a bracketed template text left in parts',
    pdf: `Data protection impact assessment
Name of controller: [Practice name]
Prepared by Anyshire LMC
Step 1: Identify the need for a DPIA
Practices must give access to new entries to all patients, and that is a change in processing.
Step 7: Sign off and record outcomes
Measures approved by:	[name, position, date]
Residual risks approved by:	[name, position, date]
The practice will adopt an [opt-in / automatic] model. Delete as appropriate.
Signed ................  Date ................`,
    kind: 'dpia',
    found: '1',
    says: {},
    untouched: true,
  },
  {
    story: 'a DPIA with another date in the title and a review every year',
    pdf: `Riverside Health Centre
Data Protection Impact Assessment (October 2023)
Controller: Riverside Health Centre (A81001)
Outcome of the DPIA: access only on request
Reviewed every year. Last updated 14/11/2023.
Signed off by the practice's Caldicott Guardian`,
    kind: 'dpia',
    found: 'controller outcome date signature practice',
    says: { completedOn: '2023-11-14', signed: true, outcome: 'opt-in' },
  },
  {
    story: 'a PCN sends a plan for a practice',
    about: { practice: code('A81002'), document: 'plan' },
    sender: { role: 'pcn', org: 'U12345' },
    docx: `Plan for A81002, Oak Surgery, in U12345 Newbridge PCN
Project lead - Ali Example
Go live - 3 April 2024
Training dates - 6 and 13 March 2024, all roles
Identification of at-risk patients - PCN searches, reviewed in practice
Agreed on - 22/01/2024`,
    kind: 'plan',
    found: 'lead target training process agreed practice',
    says: {
      agreedOn: '2024-01-22',
      leadNamed: true,
      staffTraining: true,
      recordReviewProcess: true,
      targetOn: '2024-04-03',
    },
  },
];
