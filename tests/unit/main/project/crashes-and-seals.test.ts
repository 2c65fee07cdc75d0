// A2 A7 A8 A11 A12 A14: a crash in mid-write whose lock stays, which of several seals counts, and a file of an older format.
import { expectOk } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { digestLine, digestOf, FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { openSession } from '../../../../main/project/open-session.ts';
import {
  attach,
  BACKUPS,
  CHARTER_SHA,
  CONTENTS,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  KEY,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';
import { errno } from '../../../support/worlds.ts';

it('A2 a crash right after the replacement leaves a content that is recognised, and the step that came meanwhile', async () => {
  const world = office();
  await world.write();
  const session = await world.session();
  expectOk(await session.run('c-1', retitle('Un')));
  let isReplaced = false;
  world.trouble.before = async (call, path) => {
    if (isReplaced && path === JOURNAL && call === 'write') throw errno('EIO');
    if (isReplaced || call !== 'rename' || !path.startsWith(FOLDER)) return;
    expectOk(await session.run('c-2', retitle('Deux')));
    isReplaced = true;
  };
  await session.save();
  well(world.trouble);
  const opened = expectOk(await openSession({ ...world.services, running: processNamed() }, PATH, () => undefined));

  expect([titleIn((await world.read()).document), opened.recovered, opened.setAside, titleIn(opened.session.document)]).toEqual([
    'Un',
    1,
    0,
    'Deux',
  ]);
});

it('A8 A12 the lock of a protected file stays its holder’s until the secret is given to whoever takes it over', async () => {
  const world = office();
  await world.write({ key: KEY });
  await world.session({ keyOf: keyBy(SECRET) });
  const other = { ...world.services, running: processNamed({ areOthersGone: false }) };
  expect((await openSession(other, PATH, () => undefined, { how: 'take-over' })).ok).toBe(false);

  expect([
    await world.is(`${FOLDER}/.mission.tierce.tierce-lock`),
    await world.is(`${JOURNALS}/.${HEADER.fileId}.jsonl.tierce-lock`),
  ]).toEqual([true, true]);
});

it('A14 a content that the file alone names stays beside the journal', async () => {
  const world = office();
  await world.write();
  const session = await world.session();
  await attach(session);
  expectOk(await session.close(false));
  await world.well.unlink(JOURNAL);
  await world.well.rm('/own/data/backups', { recursive: true });
  await world.session();

  expect(await world.is(`${CONTENTS}/${CHARTER_SHA}`)).toBe(true);
});

/** A plain file with a plain backup, and an older one from when it was protected. */
async function onceProtected() {
  const world = office();
  await world.write({ key: KEY });
  const sealed = await world.session({ keyOf: keyBy(SECRET) });
  expectOk(await sealed.keepBackup('restore'));
  await sealed.abandon();
  await world.write({ header: { revision: 5 } });
  const plain = await world.session({ accepted: ['protection-lost'] });
  expectOk(await plain.keepBackup('restore'));
  await plain.abandon();
  const { recovery } = world.processOf();
  const broken = { path: PATH, isGone: false, fileId: null };
  return { ...world, recovery, broken, backups: expectOk(await recovery.keptOf(broken)).backups };
}

it('A11 A12 a backup from after the protection was taken off asks for no secret, and comes back in the clear', async () => {
  const { recovery, broken, backups, read } = await onceProtected();
  const made = expectOk(await recovery.recover(broken, { backupId: backups[0]?.backupId ?? '', keyOf: undefined, isTakingOver: false }));

  expect(backups.map(({ isSealed }) => isSealed)).toEqual([false, true]);
  expect((await read(made.path)).header.keys.file).toBeNull();
});

it('A11 A12 a file whose protection tells nothing of itself any more is as its last backup was', async () => {
  const { recovery, broken, trouble } = await onceProtected();
  failing(trouble, 'open', (path) => path === PATH);

  expect(expectOk(await recovery.keptOf({ ...broken, fileId: HEADER.fileId })).isSealed).toBe(false);
});

it('A7 keeps a file of an older format as it was before it is written, and writes nothing while that cannot be kept', async () => {
  const world = office();
  await world.write();
  const text = (await world.well.readFile(PATH)).toString('utf8').replace(`"formatVersion": ${FORMAT_VERSION}`, '"formatVersion": 2');
  const head = text.slice(0, text.lastIndexOf('"digest": "'));
  await world.well.writeFile(PATH, head + digestLine(digestOf(Buffer.from(head, 'utf8'))));
  const { session } = expectOk(await openSession({ ...world.services, running: processNamed() }, PATH, () => undefined));
  failing(world.trouble, 'mkdir', (path) => path.startsWith(BACKUPS));
  expectOk(await session.run('c-1', retitle('Un')));
  const unkept = await session.save();
  well(world.trouble);
  const kept = await session.save();

  expect([unkept, kept]).toMatchObject([{ where: 'failing', failure: { code: 'disk-failure' } }, { where: 'file' }]);
  expect((await world.well.readdir(BACKUPS)).some((name) => name.includes('~migration~'))).toBe(true);
});
