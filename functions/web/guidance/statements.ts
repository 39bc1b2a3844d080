/** A page of plain text: paragraphs and lists under headings. */
export type Statement = {
  readonly title: string;
  readonly parts: readonly {
    readonly heading: string | null;
    readonly paragraphs: readonly string[];
    readonly points: readonly string[];
  }[];
};

/** What was tested and what was not, and whom to tell. */
export const ACCESSIBILITY: Statement = {
  title: 'Accessibility statement',
  parts: [
    {
      heading: null,
      paragraphs: [
        'This statement is about the pages of Record Access Rollout. They are made from the components of the NHS.UK frontend, and are meant to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.',
        'You should be able to:',
      ],
      points: [
        'do everything with a keyboard alone',
        'zoom in up to 400% with nothing lost',
        'use every page on a telephone 320 pixels wide',
        'use every page without JavaScript',
        'read every chart as a table',
        'read every status as a word: colour alone says nothing',
      ],
    },
    {
      heading: 'What was tested',
      paragraphs: ['Every version of these pages is tested in a Chromium browser:'],
      points: [
        'each page with axe, which finds many breaches of the guidelines and not all',
        'each user’s main task with the keyboard alone, and without JavaScript',
        'each page at a width of 320 pixels',
        'each page’s HTML by a validator',
      ],
    },
    {
      heading: 'What was not tested',
      paragraphs: [],
      points: [
        'with screen readers, such as JAWS, NVDA, VoiceOver and TalkBack',
        'with screen magnifiers and speech recognition',
        'in browsers other than Chromium',
        'with disabled people',
      ],
    },
    {
      heading: 'What may be hard to use',
      paragraphs: [],
      points: [
        'Tables with many columns scroll sideways in a box of their own. With a keyboard, go to the box and use the arrow keys. Each can be downloaded as CSV, and the weekly workbook has each table on a sheet of its own.',
        'Documents that practices sent (letters, plans and DPIAs) are kept as they came.',
      ],
    },
    {
      heading: 'If something is in your way',
      paragraphs: [
        'Tell whoever runs this service at your ICB or at NHS England: which page it was, what you were trying to do, and what you use to read pages. Ask them, too, if you need any of this in another form.',
        'If you are not happy with the answer, contact the Equality Advisory and Support Service (EASS).',
      ],
      points: [],
    },
  ],
};

/** Which cookies there are. */
export const COOKIES: Statement = {
  title: 'Cookies',
  parts: [
    {
      heading: null,
      paragraphs: [
        'Cookies are small files that a browser keeps. This service uses those that signing in needs, and no others: none to count visits, none of other companies. So there is nothing to agree to or to switch off.',
      ],
      points: [],
    },
    {
      heading: 'Your session',
      paragraphs: [
        'The cookie called __Host-session (on one machine: session) says that you are signed in. Its content is encrypted, and scripts cannot read it. It ends when you sign out, after 30 minutes in which you do nothing, and after 12 hours at the latest.',
      ],
      points: [],
    },
    {
      heading: 'While you sign in',
      paragraphs: [
        'A second cookie, __Host-sign-in (on one machine: sign-in), makes sure that you come back from the sign-in page in the browser in which you went there. It ends as soon as you are signed in, and after 10 minutes at the latest. The service that checks who you are sets cookies of its own, at its own address.',
      ],
      points: [],
    },
  ],
};
