// Levels of confidentiality: who may read a session, a note, a figure or a document.

/**
 * From the narrowest circle of readers to the widest: the accompanists alone, the structures of the core circle, the whole collective with
 * whoever follows the mission, everybody. @source promises.md E8; seeds: France Active guide (what is shared with whom)
 */
export const LEVELS = ['accompanist', 'core', 'collective', 'public'] as const;
export type Level = (typeof LEVELS)[number];

/** What a mission begins with, until the collective agrees on something else. */
export const FIRST_LEVEL: Level = 'collective';

/** @returns the one with fewer readers */
export function narrowerOf(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
}

/** @returns whether matter of this level may be in a document for these readers */
export function isOpenTo(readers: Level, level: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(readers);
}
