/** Minutes after the first try, the second, and so on, until a message that was surely not sent is tried again. */
export const BACK_OFF_MINUTES: readonly number[] = [5, 10, 20, 40, 80];

/** After so many tries a message is dead: a person looks. */
export const MOST_TRIES = BACK_OFF_MINUTES.length + 1;
