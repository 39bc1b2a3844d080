/** A document may have up to 20 MB (issue: upload path); national tables are smaller. */
export const MOST_UPLOAD_BYTES = 20 * 1024 * 1024;

/** How long a permission to send one file lasts. */
export const GRANT_SECONDS = 5 * 60;

/** What may be sent, by the types that a grant can name. What a file really is shows in its bytes. */
export const CONTENT_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
] as const;
