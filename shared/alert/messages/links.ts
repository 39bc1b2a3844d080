/** Where things of one subscription are to be seen; null where no address is known, so that nothing dead is printed. */
export type Links = {
  /** One episode, and what may be done about it. */
  readonly episode: (id: string) => string | null;
  /** Where the subscription is ended. */
  readonly unsubscribe: string | null;
  /** All the alerts that the subscription covers. */
  readonly all: string | null;
  /** Where evidence is sent from a browser. */
  readonly submit: string | null;
};
