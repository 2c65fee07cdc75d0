// The people without a structure, where a route names a structure.

/** Stands for them: no id of a record looks like it. */
export const WITHOUT_STRUCTURE = '-';
