/** Why a PDF is not opened, and what to do. Nothing in a message comes out of the file. */
export const PDF_REFUSALS = {
  password: {
    problem: 'the PDF needs a password to open',
    remedy:
      'Open it, save a copy without the password (in Word: Save As, PDF, without "Encrypt the document"), and send that.',
  },
  corrupt: {
    problem: 'the PDF is damaged, or was cut short on its way: it cannot be read',
    remedy:
      'Open it to see that it is whole, save it anew (for example by printing it to PDF), and send that.',
  },
  scanned: {
    problem:
      'the pages of the PDF are pictures, or hold next to no text: nothing on them can be read',
    remedy:
      'Send the document that was scanned, as the DOCX file or printed to PDF from Word; a typed name and date will do in place of a signature in ink.',
  },
  tooManyPages: {
    problem: 'the PDF has more than 200 pages',
    remedy:
      'Send only the letter, plan or DPIA itself, without annexes, for example printed to a PDF of its own.',
  },
  attached: {
    problem: 'other files are attached inside the PDF, and they cannot be looked through',
    remedy: 'Print the PDF to a new PDF, which leaves attachments out, and send that.',
  },
  xfa: {
    problem: 'the PDF is a dynamic (XFA) form, which only Adobe programs can show',
    remedy:
      'Open it in Adobe Reader, print it to PDF so that the answers stand on its pages, and send that.',
  },
  active: {
    problem: 'the PDF runs a program (JavaScript) when it is opened',
    remedy: 'Print the PDF to a new PDF, which leaves such programs out, and send that.',
  },
} as const;
