// A9: a file that was renamed in its folder while it was open is found by its id and its content.
import { expect, it } from 'vitest';
import { expectOk } from '@domain/result.ts';
import { followRenamed } from '../../../../main/project/follow-renamed.ts';
import { SessionLocks } from '../../../../main/project/session-locks.ts';
import { failing, FOLDER, office, PATH, retitle, titleIn } from '../../../support/memory-office.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';

/** A folder with the file under another name, and others beside it. */
async function renamed() {
  const world = office();
  await world.write({ path: `${FOLDER}/another.tierce`, header: { fileId: 'test-file-2' } });
  await world.write({ path: `${FOLDER}/older.tierce`, document: documentAfter([retitle('Avant')], startedDocument()) });
  await world.well.writeFile(`${FOLDER}/noise.tierce`, `"fileId": "${HEADER.fileId}"`);
  await world.write({ path: `${FOLDER}/renamed.TIERCE` });
  const { digest } = await world.read(`${FOLDER}/renamed.TIERCE`);
  await world.well.writeFile(`${FOLDER}/notes.txt`, await world.well.readFile(`${FOLDER}/renamed.TIERCE`));
  const locks = new SessionLocks(world.services, false);
  expectOk(await locks.takeFile(PATH));
  const follow = (files = world.files) =>
    followRenamed(files, { from: PATH, fileId: HEADER.fileId, isOurs: (other) => other === digest, locks });
  return { ...world, locks, follow };
}

it('A9 is the one with its id and a content of ours, whatever its letters; its lock is taken there and let go here', async () => {
  const { follow, well } = await renamed();

  expect(await follow()).toBe(`${FOLDER}/renamed.TIERCE`);
  expect((await well.readdir(FOLDER)).filter((name) => name.startsWith('.'))).toEqual(['.renamed.TIERCE.tierce-lock']);
});

it('A9 is none without its content, or where the folder cannot be looked at', async () => {
  const { follow, well, trouble } = await renamed();
  failing(trouble, 'readdir', () => true);
  const unseen = await follow();
  failing(trouble, 'readFile', (path) => path.endsWith('renamed.TIERCE'));
  const unread = await follow();
  trouble.before = (call) => (call === 'readdir' ? Promise.reject(new Error('a bug')) : undefined);
  await expect(follow()).rejects.toThrow('a bug');
  trouble.before = () => undefined;
  await well.unlink(`${FOLDER}/renamed.TIERCE`);

  expect([unseen, unread, await follow()]).toEqual([null, null, null]);
});

it('A8 A9 is none when somebody else has it open under its new name', async () => {
  const { services, follow, well } = await renamed();
  const other = { ...services, running: processNamed({ machine: 'another' }) };
  expectOk(await new SessionLocks(other, false).takeFile(`${FOLDER}/renamed.TIERCE`));

  expect(await follow()).toBeNull();
  expect(await well.readdir(FOLDER)).toContain('.mission.tierce.tierce-lock');
});

it('A9 an open file goes on under its new name', async () => {
  const world = office();
  await world.write();
  const session = await world.session();
  await world.well.rename(PATH, `${FOLDER}/renamed.tierce`);
  expectOk(await session.run('c-1', retitle('Un')));

  expect([(await session.save()).where, session.fileName, titleIn((await world.read(`${FOLDER}/renamed.tierce`)).document)]).toEqual([
    'file',
    'renamed.tierce',
    'Un',
  ]);
  expect(await world.is(PATH)).toBe(false);
});
