import type { Story } from './story.ts';

const SIX_STEPS = `Step 1: Identify the need for a DPIA
Patients are to see new entries in their records by default, which is new processing of health data.
Step 2: Describe the processing
Describe the nature of the processing: entries are shown in the NHS App as soon as they are filed.
Step 3: Consultation process
We asked the patient group, all clinicians and our safeguarding lead in July 2023.
Step 4: Assess necessity and proportionality
Describe compliance and proportionality measures: Article 6(1)(e) and 9(2)(h) apply; less data would not do.
Step 5: Identify and assess risks
A coercive partner may see the record: possible, severe, high. Third-party data may be seen: probable, high.
Step 6: Identify measures to reduce risk
Each record is reviewed before access is given; staff are trained in redaction; effect reduced, low.
`;

export const DPIAS: readonly Story[] = [
  {
    story: 'seven steps, opt-in',
    docx: `Data Protection Impact Assessment: online record access
Name of controller: Elm Tree Surgery (A81001)
Subject/title of DPO: DPO service
${SIX_STEPS}Step 7: Sign off and record outcomes
Measures approved by: Dr Ann Example, partner, 12 October 2023
Residual risks approved by: Dr Ann Example, partner, 12 October 2023
DPO advice provided: yes, the DPO agrees with the measures
The practice will adopt an opt-in model.
This DPIA will be kept under review by: Practice manager, review date 12 October 2024`,
    kind: 'dpia',
    found: 'controller 1 2 3 4 5 6 7 outcome measures residual dpo date signature review practice',
    says: {
      completedOn: '2023-10-12',
      signed: true,
      outcome: 'opt-in',
      reviewOn: '2024-10-12',
    },
  },
  {
    story: 'seven steps, automatic, in a PDF with broken lines',
    pdf: `DPIA
Data controller: Elm Tree Surgery
${SIX_STEPS}===
Step 7: Sign off and record out-
comes
We have decided to provide auto-
matic prospective access to all patients aged 16 and
over.
Signed: A Example	Date: 3.10.23
Next review: April 2025`,
    kind: 'dpia',
    found: 'controller 1 2 3 4 5 6 7 outcome date signature review practice',
    says: {
      completedOn: '2023-10-03',
      signed: true,
      outcome: 'automatic',
      reviewOn: '2025-04-30',
    },
  },
  {
    story: 'both models weighed and neither chosen',
    docx: `Data protection impact assessment
Controller: Oak Medical Centre
${SIX_STEPS}The practice considered both automatic access and an opt-in model. An opt-in model would reduce the risk; automatic access is what the contract requires. The partners will decide in due course.
Signed by: Dr B Example
Date: 1 November 2023`,
    kind: 'dpia',
    found: 'controller 1 2 3 4 5 6 date signature practice',
    says: { completedOn: '2023-11-01', signed: true },
    warns: ['an outcome (opt-in or automatic) was not found'],
  },
  {
    story: 'the template of the BMA, untouched',
    docx: `NHS England Accelerated Access Programme
Data Protection Impact Assessment dated 06 October 2023
Prepared by the BMA GPC England
Name of controller
(blank)
Subject/title of DPO
(blank)
Name of controller contact/DPO (delete as appropriate)
(blank)
Explain broadly what project aims to achieve and what type of processing it involves. Summarise why you identified the need for a DPIA:
Practices have been told to give all patients access to new entries; this is new processing and needs an assessment.
Describe the nature of the processing:
Entries will be visible in the NHS App without any action of the patient.
Identify and assess risks
Patients may be coerced; third parties may be named; harm may follow.
Identify measures to reduce risk
The BMA considers that an opt-in model should be adopted.
Measures approved by:
(blank)
Residual risks approved by:
(blank)
DPO advice provided:
(blank)`,
    kind: 'dpia',
    found: '1 2 5 6',
    says: {},
    untouched: true,
    warns: ['template that nobody has filled in'],
  },
  {
    story: 'the template of the BMA, filled in',
    docx: `NHS England Accelerated Access Programme
Data Protection Impact Assessment dated 06 October 2023
Prepared by the BMA GPC England
Name of controller
Hill View Medical Centre
Subject/title of DPO
Dr D Example
Name of controller contact/DPO (delete as appropriate)
Example Ltd
Explain broadly what project aims to achieve and what type of processing it involves. Summarise why you identified the need for a DPIA:
Practices have been told to give all patients access to new entries; this is new processing and needs an assessment.
Describe the nature of the processing:
Entries will be visible in the NHS App without any action of the patient.
Measures approved by:
Dr D Example, 30/10/2023
Integrate actions back into project plan, with date and responsibility for completion
Residual risks approved by:
Dr D Example, 30/10/2023
If accepting any residual high risk, consult the ICO before going ahead
DPO advice provided:
Yes
Outcome: access will be provided on an opt-in basis`,
    kind: 'dpia',
    found: 'controller 1 2 7 outcome measures residual dpo date signature practice',
    says: { completedOn: '2023-10-30', signed: true, outcome: 'opt-in' },
  },
  {
    story: 'the ICO form, empty, printed to a PDF',
    pdf: `Submitting controller details
Name of controller
Subject/title of DPO
Name of controller contact /DPO
Step 1: Identify the need for a DPIA
Explain broadly what project aims to achieve and what type of processing it
involves. You may find it helpful to refer or link to other documents, such as a
project proposal. Summarise why you identified the need for a DPIA.
===
Step 2: Describe the processing
Describe the nature of the processing: how will you collect, use, store and
delete data? What is the source of the data? Will you be sharing data with
anyone?
Step 3: Consultation process
Consider how to consult with relevant stakeholders: describe when and how you
will seek individuals' views, or justify why it's not appropriate to do so.
Step 4: Assess necessity and proportionality
Describe compliance and proportionality measures, in particular: what is your
lawful basis for processing? Does the processing actually achieve your purpose?
===
Step 5: Identify and assess risks
Describe source of risk and nature of potential impact on individuals. Include
associated compliance and corporate risks as necessary.	Likelihood of harm	Severity of harm	Overall risk
Remote, possible or probable	Minimal, significant or severe	Low, medium or high
Step 6: Identify measures to reduce risk
Risk	Options to reduce or eliminate risk	Effect on risk	Residual risk	Measure approved
Eliminated reduced accepted	Low medium high	Yes/no
Step 7: Sign off and record outcomes
Item	Name/position/date	Notes
Measures approved by:	Integrate actions back into project plan, with date and
responsibility for completion
Residual risks approved by:	If accepting any residual high risk, consult the ICO
before going ahead
DPO advice provided:	DPO should advise on compliance, step 6 measures and
whether processing can proceed
Click or tap to enter a date.`,
    kind: 'dpia',
    found: '',
    says: {},
    untouched: true,
  },
  {
    story: 'an outcome with another one turned down',
    pdf: `Data protection impact assessment, Elm Tree Surgery (A81001)
The partners have agreed to offer access on request rather than automatic
access for all. After discussing the options with the DPO, the practice has
chosen an opt-in approach.
DPO advice: none sought.
Approved by: Dr Example, Senior Partner, on 20th October 2023`,
    kind: 'dpia',
    found: 'outcome date signature practice',
    says: { completedOn: '2023-10-20', signed: true, outcome: 'opt-in' },
  },
  {
    story: 'opt-in for some patients within automatic access',
    docx: `Data protection impact assessment
Organisation: Elm Tree Surgery
Residual risks and measures follow.
We will enable automatic access for all patients. High-risk patients will be on an opt-in basis through the 104 code.
Outcome: opt-out model, with opt-in for high-risk patients
Completed on 14 August 2023
Signed: Dr C Example`,
    kind: 'dpia',
    found: 'controller outcome date signature practice',
    says: { completedOn: '2023-08-14', signed: true, outcome: 'automatic' },
  },
  {
    story: 'two outcomes stated',
    docx: `Data protection impact assessment
Controller: Elm Tree Surgery
We will enable automatic access for all patients.
The practice has adopted an opt-in model.
Signed: Dr C Example, 14 August 2023`,
    kind: 'dpia',
    found: 'controller date signature practice',
    says: { completedOn: '2023-08-14', signed: true },
    warns: ['neither was taken'],
  },
  {
    story: 'unsigned and undated, outcome by ticks',
    docx: `Data protection impact assessment for prospective access
Data controller: Elm Tree Surgery, practice code a81001
Chosen model: ☒ Opt-in ☐ Automatic
Signed: ____________
Name:
(blank)
Date:
(blank)
DPO advice: The DPO supports this approach`,
    kind: 'dpia',
    found: 'controller outcome dpo practice',
    says: { outcome: 'opt-in' },
    warns: ['a signature was not found', 'a date was not found'],
  },
  {
    story: 'denials, and a review without a day',
    pdf: `DPIA: record access at Elm Tree Surgery. The DPO has not been consulted.
The measures have not been approved. This DPIA has not been signed. It will be kept
under review by the practice manager. We will not adopt an opt-in model; we will
switch on automatic access for all patients. Dated 6 June 2023.`,
    kind: 'dpia',
    found: 'outcome date practice',
    says: { completedOn: '2023-06-06', outcome: 'automatic' },
  },
  {
    story: 'what NHS England requires is not what the practice decides',
    docx: `Data protection impact assessment
Name of data controller: Elm Tree Surgery
NHS England requires that all patients will have access automatically by 31 October 2023. We are required by the contract to provide automatic access.
If the risks remain, we will adopt an opt-in model.
Electronically signed by Dr Example on 5 October 2023`,
    kind: 'dpia',
    found: 'controller date signature practice',
    says: { completedOn: '2023-10-05', signed: true },
  },
];
