// How many decisions or actions are added to a session at once.

/** More than any session comes to: what is longer was pasted by mistake. */
export const MOST_OUTCOMES = 200;
