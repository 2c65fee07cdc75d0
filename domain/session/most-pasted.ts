// How many decisions, actions or people are added to a session at once.

/** More than any session comes to: what is longer was pasted by mistake. */
export const MOST_PASTED = 200;
