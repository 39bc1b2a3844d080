/**
 * One thing that screening looks for, as data. It is found where a line of a checklist about it says
 * yes, where a label has an answer, or where a phrase says so and nothing around it denies it.
 */
export type Sought = {
  /** As the checklist calls it. */
  readonly point: string;
  /** True where a document of this kind must have it to count. (Design: section 6.) */
  readonly needed: boolean;
  /** What answers a label: words that say so, or the name of a person, a post or an organisation. */
  readonly answer: 'words' | 'person';
  /** What a line of a checklist is about that is answered by yes or no. */
  readonly topics: readonly string[];
  readonly labels: readonly string[];
  /** For words: what says so. For a person: what comes before the name ("is led by"). */
  readonly phrases: readonly string[];
  /** For a person: what comes after the name ("is our lead"). */
  readonly afterName?: readonly string[];
  /** What says that there is none. */
  readonly denies: readonly string[];
  /** A phrase that holds one of these, or stands right after it, does not count. */
  readonly unlessWith?: readonly string[];
};
