// J1: a copy for somebody else holds the accompaniment, says where it comes from, and nothing of the desk, the notebook or the history.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testApplication } from '../../support/application.ts';
import { DESK_WORDS, wordsIn } from '../../support/canary-words.ts';
import { file, fillFile, ofRevision, openWorld, unlock, type World } from '../../support/canary-world.ts';
import { leaving, TO_ALL } from '../../support/giving.ts';
import { HEADER } from '../../support/projects.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

beforeAll(fillFile);

async function handedOver(world: World, giving = TO_ALL) {
  const path = join(world.app.folder, 'pour Louis.tierce');
  world.app.answers.push(path);
  const reply = expectOk(await world.app.call('copy.save', await leaving(world.app, { documentId: world.documentId }, giving)));
  return { path, reply };
}

/** Opens it as somebody else, on another computer. */
async function received(path: string) {
  const app = await testApplication();
  app.answers.push(path);
  return { app, opened: expectOk(await app.call('project.choose', {})) };
}

describe('a hand-over copy', () => {
  it('J1 E1 has no word of the desk or the notebook, although the notebook is open, and no key', async () => {
    const world = await openWorld();
    await unlock(world);
    const { path } = await handedOver(world);
    const bytes = await readFile(path);
    const parsed = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>;

    expect(wordsIn(bytes, [...file.vaultWords, ...DESK_WORDS])).toEqual([]);
    expect(parsed).toMatchObject({ keys: { file: null, vault: null }, history: [], vault: { privateNotes: {} }, revision: 0 });
    expect(Object.values(parsed['desk'] as object).flatMap((rows) => Object.keys(rows as object))).toEqual([]);
  });

  it('J1 records where it comes from, and is a file of its own', async () => {
    const world = await openWorld();
    const { path, reply } = await handedOver(world);
    const parsed = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, unknown>>;
    const { opened } = await received(path);
    const [mission] = Object.values(opened.document.accompaniment.mission);

    expect(parsed).toMatchObject({ copyOf: HEADER.fileId, savedBy: 'Sonia Nadir' });
    expect(parsed['fileId']).not.toBe(HEADER.fileId);
    expect(mission).toMatchObject({ handedOverBy: 'Sonia Nadir', handedOverOn: '2026-04-14' });
    expect(opened.handedOverFrom).toBeNull();
    expect(reply).toMatchObject({ name: 'pour Louis.tierce', unkept: null });
  });

  it('J1 opened by its own author says which file is theirs', async () => {
    const world = await openWorld();
    const { path } = await handedOver(world);
    expectOk(await world.app.call('library.list', {}));
    world.app.answers.push(path);
    const opened = expectOk(await world.app.call('project.choose', {}));

    expect(opened.handedOverFrom).toBe('mission.tierce');
    expect(opened.documentId).not.toBe(world.documentId);
  });

  it('J1 H3 is listed with its SHA-256, and not kept twice', async () => {
    const world = await openWorld();
    await handedOver(world, { ...TO_ALL, others: 'Louis, co-accompagnateur' });
    const { document } = expectOk(await world.app.call('project.read', { documentId: world.documentId }));

    expect(Object.values(document.accompaniment.documents)).toMatchObject([
      { kind: 'copy', level: 'accompanist', others: 'Louis, co-accompagnateur', copy: null },
    ]);
  });

  it('J1 A14 takes what is attached along in the clear, out of a protected file', async () => {
    const world = await openWorld();
    const { app, documentId } = world;
    const base = { sessionId: null, isBeyond: false };
    const data = Buffer.from('Charte').toString('base64');
    expectOk(
      await app.call('attachments.add', { ...(await ofRevision(world)), ...base, commandId: 'attach-01', name: 'charte.txt', data }),
    );
    expectOk(await app.call('protection.set', { ...(await ofRevision(world)), commandId: 'protect-01', passphrase: 'mandragore bleue' }));
    const { path } = await handedOver(world);
    const { app: theirs, opened } = await received(path);
    const target = join(theirs.folder, 'charte.txt');
    theirs.answers.push(target);
    const attachmentId = Object.keys(opened.document.accompaniment.attachments)[0] ?? '';
    expectOk(await theirs.call('attachments.save', await leaving(theirs, { documentId: opened.documentId, attachmentId })));

    expect(await readFile(target, 'utf8')).toBe('Charte');
    expect(expectOk(await app.call('protection.status', { documentId }))).toBeTruthy();
  });

  it('J1 does not replace a file that is open here', async () => {
    const world = await openWorld();
    world.app.answers.push(world.path);

    expect(await world.app.call('copy.save', await leaving(world.app, { documentId: world.documentId }, TO_ALL))).toMatchObject({
      failure: { code: 'file-in-use' },
    });
  });
});
