import type { DocumentKind } from './checklist.ts';
import { ACKNOWLEDGES, ASKS_NOT_TO } from './letter-words.ts';

/** Words by which a kind of document is known: its titles, what only it has, what it has more often than others. */
export type KindWords = {
  readonly titles: readonly string[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
};

export const KIND_WORDS: Readonly<Record<DocumentKind, KindWords>> = {
  letter: {
    titles: [
      'dear \\p{L}+',
      'from ?: [^\\n]{3,120} (sent|date|to) ?:',
      'annwyl',
      'letter to (emis|tpp|our supplier)',
    ],
    strong: [
      'dear \\p{L}+',
      'yours (sincerely|faithfully|truly)',
      'from ?:[^\\n]{3,200} (sent|date) ?:[^\\n]{3,200} to ?:',
      '(i|we) (am|are) writing|we write|i write',
      'please (do not|confirm|acknowledge|pause|defer|delay)|we (ask|request|instruct) (you|that|emis|tpp)',
      ASKS_NOT_TO.join('|'),
      ACKNOWLEDGES.join('|'),
      '(hereby|give|gives|this) notice|for and on behalf of',
    ],
    weak: [
      'kind regards|best wishes|regards',
      'subject ?:',
      'sent ?:',
      'cc ?:',
      '(emis|tpp)( health)?,',
      'data controllers?',
      're ?:',
      'your (practice|organisation|role|team|confirmation|request|letter|unit|site)',
      'service desk|support team|customer support',
    ],
  },
  plan: {
    titles: [
      '(implementation|action|project|access|delivery|readiness|mobilisation|roll-out|practice) plan',
      'plan (for|to|towards) ... (access|go-live|records?|implementation)',
      'plan ?[:-]',
      'working towards',
    ],
    strong: [
      'named lead|practice lead|project lead|lead ?:',
      'target (go-live )?date|go-live date|by when|target ?:',
      'staff training|training plan|train(ed|ing) (all )?staff|staff ... trained',
      '(this|the|our) (implementation |action |practice )?plan',
      'process (to|for) (find|identify|identifying|review|reviewing)|record(s)? review',
      'milestones?|timescales?|actions? ?:',
    ],
    weak: [
      'locums?',
      'redact(ion|ed|ing)?',
      '104',
      'review date',
      'patient communications?|communications? (to|with) patients',
      'agreed',
    ],
  },
  dpia: {
    titles: ['data protection impact assessment', 'dpia', 'privacy impact assessment'],
    strong: [
      'name of (the )?(data )?controller|controller ?:',
      'residual risks?',
      'necessity and proportionality',
      'measures to reduce (the )?risks?|measures approved',
      '(identify|assess(ment)? of|assess) (and assess )?(the )?risks|likelihood of harm|severity of harm',
      'identify the need for a dpia|need for a dpia|nature of the processing|describe the processing',
      'dpo advice|advice of the (dpo|data protection officer)|consultation process',
    ],
    weak: [
      'lawful basis',
      'uk gdpr',
      'data subjects?',
      'special category',
      'mitigat(e|ed|ion|ions|ing)',
      'data protection officer|dpo',
    ],
  },
};
