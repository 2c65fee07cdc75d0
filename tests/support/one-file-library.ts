// A library in memory with one file, to test what is written in its place.
import type { FileSystem } from '../../main/files/file-system.ts';
import { type Replacement, replaceFile } from '../../main/files/replace-file.ts';
import { troubledMemory } from './troubled-memory.ts';

export const FOLDER = '/library';
export const PATH = '/library/mission.tierce';
export const [OLD, NEW] = ['the old content', 'the new content, which is longer'];
export const PARTS = [Buffer.from(NEW.slice(0, 10)), Buffer.from(NEW.slice(10))];

/** A file of ours on a disk that watches every call. */
export async function library({ isNew = false } = {}) {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER);
  if (!isNew) await world.well.writeFile(PATH, OLD);
  world.flushAll();
  const replace = (but: Partial<Replacement> = {}, files: FileSystem = world.files) =>
    replaceFile(files, { path: PATH, parts: PARTS, nonce: 'n1', ...but });
  const content = () => world.well.readFile(PATH, 'utf8').catch(() => null);
  const names = () => world.well.readdir(FOLDER);
  return { ...world, replace, content, names };
}
