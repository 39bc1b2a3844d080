import type { Story } from './story.ts';
import { code } from './story.ts';

export const LETTERS: readonly Story[] = [
  {
    story: 'a short letter to EMIS',
    pdf: `Elm Tree Surgery
4 Orchard Lane, Newbridge
31 October 2022

EMIS Health
Fulford Grange, Rawdon, Leeds

Dear Sir or Madam

A81001: automatic access to records

As data controller we instruct you not to switch on automatic access for
our patients until we tell you that we are ready.

Yours faithfully

Dr R Example
GP partner`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-10-31' },
  },
  {
    story: 'an e-mail to TPP, printed',
    pdf: `Practice Manager (Hill View)
From: HILLVIEW, Manager (HILL VIEW SURGERY - A81001)
Sent: 04 November 2022 16:42
To: recordaccess@tpp-uk.com
Cc: primarycare@anyicb.nhs.uk
Subject: Defer prospective record access

Hello

Please defer the switch-on of prospective records access at our practice,
Hill View Surgery, which was planned for 30 November 2022.

Kind regards
Practice manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'TPP', sentOn: '2022-11-04', sentTime: '16:42' },
  },
  {
    story: 'a letter on a template of an LMC, filled in, as Word paragraphs',
    docx: `Date: 28th October 2022
To: The Phoenix Partnership (TPP)
Practice: Riverside Medical Centre
ODS code: A81001
Dear TPP
Re: Citizens' access programme
We write further to the announcement that access to prospective records will be turned on for all of our patients on 1 November 2022.
The partners of this practice are the data controllers of the records that your system holds for us, and you are our data processor.
We have not been able to complete a data protection impact assessment, and are not satisfied that vulnerable patients would be safe.
We therefore require that you do not enable this functionality for our organisation.
Please acknowledge receipt of this letter within five working days.
Yours sincerely
Dr S Sample
Senior partner, on behalf of the partners`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'TPP', sentOn: '2022-10-28' },
  },
  {
    story: 'a letter to the ICB only',
    pdf: `Elm Tree Surgery (A81001)
Date: 1 November 2022
NHS Anywhere Integrated Care Board
Primary Care Team

Dear colleagues

We have written to EMIS and asked them not to switch on automatic access to
records. We are telling you so that you know of it.

Yours sincerely
Practice manager`,
    kind: 'letter',
    found: 'date practice from',
    says: {},
    warns: ['addressed to the ICB'],
  },
  {
    story: 'a letter to EMIS with a copy to the ICB',
    docx: `3.11.22
EMIS
Dear EMIS
Elm Tree Surgery A81001
Kindly postpone the roll-out of automatic record access at this surgery until further notice.
Regards
Dr Example, GP Partner
cc: NHS Anywhere ICB`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-11-03' },
  },
  {
    story: 'a letter that takes an earlier one back',
    pdf: `Elm Tree Surgery, A81001
12/06/2023
Dear EMIS,
In our letter of 31 October 2022 we asked you not to switch on automatic
access. We are now ready, and withdraw that request. Please enable access on
3 July 2023.
Yours faithfully
Dr Example, partner, Elm Tree Surgery`,
    kind: 'letter',
    found: 'to date practice from withdraws',
    says: { to: 'EMIS', withdrawnOn: '2023-06-12' },
  },
  {
    story: 'a letter that asks to switch on, with no word of an earlier one',
    docx: `Monday 5 June 2023
To: TPP
Dear TPP team
Elm Tree Surgery (A81001) would like to go live. Please switch on prospective access for all our patients.
Kind regards
Practice manager`,
    kind: 'letter',
    found: 'to date practice from withdraws',
    says: { to: 'TPP', withdrawnOn: '2023-06-05' },
  },
  {
    story: "EMIS's acknowledgement, sent by the supplier",
    pdf: `EMIS Health
2 November 2022
Elm Tree Surgery
A81001
Dear Practice Manager
Thank you for your letter dated 31 October 2022. We confirm that record access
will not be enabled at your practice at this time.
Kind regards
EMIS Service Desk`,
    sender: { role: 'supplier', org: 'YGM06' },
    kind: 'letter',
    found: 'to date practice ack',
    says: { to: 'EMIS', sentOn: '2022-10-31', acknowledgedOn: '2022-11-02' },
  },
  {
    story: "an e-mail thread: TPP's answer above the practice's message",
    pdf: `From: Record Access <recordaccess@tpp-uk.com>
Sent: Wednesday, November 2, 2022 9:15 AM
To: Manager (Elm Tree Surgery)
Subject: RE: Pause

We acknowledge receipt of your request. Your unit has been excluded.
TPP Support

From: Manager (Elm Tree Surgery)
Sent: 31 October 2022 17:03
To: Record Access <recordaccess@tpp-uk.com>
Subject: Pause

As data controller, Elm Tree Surgery (A81001) asks you to pause the roll-out of
automatic record access for our patients.
Thanks, Practice Manager`,
    kind: 'letter',
    found: 'to asks date practice from ack',
    says: {
      to: 'TPP',
      sentOn: '2022-10-31',
      sentTime: '17:03',
      acknowledgedOn: '2022-11-02',
    },
  },
  {
    story: 'a reply that quotes the message as mail programs do',
    pdf: `From: aapostpone@emishealth.com
Date: Tue, 1 Nov 2022 10:02:00 +0000
To: manager@elmtree.nhs.uk
Subject: Re: A81001 Elm Tree Surgery

Thank you for your e-mail. Your request has been logged.

On Mon, 31 Oct 2022 at 15:30, Elm Tree Surgery <manager@elmtree.nhs.uk> wrote:
> Please do not enable automatic access at our practice.`,
    kind: 'letter',
    found: 'to asks date practice from ack',
    says: {
      to: 'EMIS',
      sentOn: '2022-10-31',
      sentTime: '15:30',
      acknowledgedOn: '2022-11-01',
    },
  },
  {
    story: 'a template that nobody filled in',
    docx: `[Practice letterhead]
[Date]
Dear EMIS/TPP [delete as appropriate]
[Practice name] (ODS code [insert code])
We, as data controllers, ask you not to turn on automatic access to records for our patients.
Yours sincerely
[Name]
[Position]`,
    kind: 'letter',
    found: 'to asks from',
    says: {},
    untouched: true,
    warns: ['template that nobody has filled in'],
  },
  {
    story: 'a letter without a date, whose text names other dates',
    pdf: `Elm Tree Surgery (A81001)
Dear EMIS
You plan to switch on access on 1 November 2022, or by 30 November 2022 at the
latest. We ask you not to do so: please do not enable it here.
Yours faithfully
Dr Example, GP partner`,
    kind: 'letter',
    found: 'to asks practice from',
    says: { to: 'EMIS' },
    warns: ['a date was not found'],
  },
  {
    story: 'a letter dated in the future',
    docx: `Date: 31 October 2032
Dear EMIS
Please do not switch on automatic access at Elm Tree Surgery, A81001.
Practice manager`,
    kind: 'letter',
    found: 'to asks practice from',
    says: { to: 'EMIS' },
    warns: ['after the day of receipt'],
  },
  {
    story: 'a letter that names another practice',
    docx: `Date: 31/10/2022
Dear EMIS
Please do not switch on automatic access at Oak Surgery, A81002. We are the data controller.
Practice manager`,
    kind: 'letter',
    found: 'to asks date from',
    says: {},
    warns: ['names A81002, not A81001, so nothing in it counts'],
  },
  {
    story: 'a letter from an LMC on behalf of many practices',
    pdf: `Anyshire LMC
31 October 2022
Dear EMIS
I write on behalf of Anyshire LMC. We ask you not to switch on automatic access
for practices in our area.
Yours faithfully
Chief executive, Anyshire LMC`,
    kind: 'letter',
    found: 'to asks date',
    says: { to: 'EMIS', sentOn: '2022-10-31' },
  },
  {
    story: 'a letter to both suppliers',
    docx: `30 Oct 2022
To: EMIS Health and TPP
Dear both
We are Elm Tree Surgery (a81001 is our ODS code: A81001). Do not activate prospective access for our patients.
Yours faithfully, Practice Manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { sentOn: '2022-10-30' },
  },
  {
    story: 'a bilingual letter with an odd layout, of a Welsh practice',
    about: { practice: code('W97001'), document: null },
    sender: { role: 'national' },
    pdf: `Meddygfa Y Bryn / Bryn Surgery            W97001
Dyddiad / Date: 3ydd / 3 November 2022
At / To: EMIS

Annwyl EMIS / Dear EMIS

Please do not switch on automatic ac-
cess to records for our pa-
tients.

Yn gywir / Yours sincerely
Rheolwr practis / Practice manager`,
    kind: 'letter',
    found: 'to asks date practice from',
    says: { to: 'EMIS', sentOn: '2022-11-03' },
  },
  {
    story: 'a letter that asks only that patients be told, to EMIS',
    docx: `Date: 31 October 2022
To: EMIS
Dear EMIS
Elm Tree Surgery, A81001
Could you send us your leaflets about record access for our patients, and the guide to redaction?
Yours sincerely, Practice manager`,
    kind: 'letter',
    found: 'to date practice from',
    says: { to: 'EMIS' },
    warns: ['asks not to switch on was not found'],
  },
];
