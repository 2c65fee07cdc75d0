// Everything that a computer held of a file with an older version of Tierce, laid out on a disk in memory.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { KeyOf } from '../../main/files/parse-project.ts';
import { keyFromPassphrase } from '../../main/vault/key-slots.ts';
import { troubledMemory } from './troubled-memory.ts';

export const STATES = ['3-plain', '3-sealed'] as const;
export type StateName = (typeof STATES)[number];
/** The passphrase of the sealed file. */
const PASSPHRASE = 'châtaigne lente sous abri';
const KEYS = new Map<string, ReturnType<KeyOf>>();

/** The key is derived once: hundreds of openings need it. */
const keyOf: KeyOf = (header) => {
  const { file } = header.keys;
  const known =
    KEYS.get(header.fileId) ??
    (file === null
      ? Promise.resolve({ ok: false as const, failure: { code: 'seal-broken' as const } })
      : keyFromPassphrase(file, PASSPHRASE));
  KEYS.set(header.fileId, known);
  return known;
};

/** `own`: the application's own folder; `path`: of the file. */
export async function stateInMemory(name: StateName) {
  const from = join('tests/fixtures/states', name);
  const own = '/computer';
  const world = troubledMemory();
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const to = join(own, relative(from, path));
    await world.well.mkdir(dirname(to), { recursive: true });
    await world.well.writeFile(to, await readFile(path));
  }
  world.flushAll();
  const [fileId = ''] = await world.well.readdir(join(own, 'data/backups'));
  return { ...world, own, fileId, path: join(own, 'Documents/Tierce/Offre commune.tierce'), journals: join(own, 'data/journals'), keyOf };
}
