// Where the window shows a record: on a screen, or with the record that it belongs to.

/** The screens that show records; the window has one of each name. */
export type ShownOn = 'home' | 'overview' | 'frame' | 'session' | 'collective' | 'time' | 'documents' | 'notebook' | 'file';

/** Stands for the people without a structure where a place names a structure: no id of a record looks like it. */
export const WITHOUT_STRUCTURE = '-';

/** Stands for the frame of the mission where a place names a phase. */
export const THE_FRAME = '-';

/** A screen; `at` names what is open on it: the record itself where it is 'itself', or what stands beside the records ('-'). */
export type OnScreen = { readonly on: ShownOn; readonly at?: 'itself' | '-' };

/** `under`: the field that points to the record with which it is shown; `otherwise`: where it is shown while that field is empty. */
export type Place = OnScreen | { readonly under: string; readonly otherwise?: OnScreen };
