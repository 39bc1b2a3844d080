type Step = { readonly point: string; readonly headings: readonly string[] };

/**
 * The seven steps of the ICO's form, each with the headings that it has there and in forms made from
 * it: the BMA's leaves the numbers out and begins each part with its question. (Domain notes, 5.)
 */
export const STEPS: readonly Step[] = [
  {
    point: 'the seven steps: 1 the need for a DPIA',
    headings: [
      'identify the need for a dpia',
      'identify the need',
      'the need for a dpia',
      'need for a dpia',
      'need for the dpia',
      'why a dpia is needed',
      'why is a dpia needed',
      'need for this assessment',
      'explain broadly what project aims to achieve and what type of processing it involves',
      'explain broadly what the project aims to achieve and what type of processing it involves',
      'summarise why you identified the need for a dpia',
      'purpose of the processing and need for a dpia',
    ],
  },
  {
    point: 'the seven steps: 2 the processing described',
    headings: [
      'describe the processing',
      'description of the processing',
      'description of processing',
      'the processing',
      'describe the nature of the processing',
      'describe the scope of the processing',
      'describe the context of the processing',
      'describe the purposes of the processing',
      'nature of the processing',
      'scope of the processing',
      'context of the processing',
      'purposes of the processing',
      'data flows',
      'information flows',
    ],
  },
  {
    point: 'the seven steps: 3 consultation',
    headings: [
      'consultation process',
      'consultation',
      'consultations',
      'consider how to consult with relevant stakeholders',
      'consultation with stakeholders',
      'who was consulted',
    ],
  },
  {
    point: 'the seven steps: 4 necessity and proportionality',
    headings: [
      'assess necessity and proportionality',
      'necessity and proportionality',
      'describe compliance and proportionality measures',
      'compliance and proportionality',
      'lawful basis and proportionality',
    ],
  },
  {
    point: 'the seven steps: 5 risks assessed',
    headings: [
      'identify and assess risks',
      'identify and assess the risks',
      'identification and assessment of risks',
      'assessment of risks',
      'risk assessment',
      'risks identified',
      'assess the risks',
      'describe source of risk and nature of potential impact on individuals',
      'describe the source of risk and nature of potential impact on individuals',
    ],
  },
  {
    point: 'the seven steps: 6 measures to reduce risk',
    headings: [
      'identify measures to reduce risk',
      'identify measures to reduce risks',
      'identify measures to reduce the risk',
      'identify measures to reduce the risks',
      'measures to reduce risk',
      'measures to reduce risks',
      'measures to reduce the risks',
      'identify additional measures you could take to reduce or eliminate risks identified as medium or high risk in step 5',
      'mitigation',
      'mitigations',
      'mitigating measures',
      'risk mitigation',
    ],
  },
  {
    point: 'the seven steps: 7 sign-off and outcomes',
    headings: [
      'sign-off and record outcomes',
      'sign-off and outcomes',
      'sign-off and record the outcomes',
      'sign-off',
      'record outcomes',
      'outcome and sign-off',
      'measures approved by',
    ],
  },
];
