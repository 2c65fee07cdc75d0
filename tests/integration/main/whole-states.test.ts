// A7: everything that a computer held of a file with an older version, after a crash: file, journal, backups, contents, locks.
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenProject } from '@contract/project.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { expectOk } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { type TestApplication, testApplication } from '../../support/application.ts';
import { readBackups } from '../../support/backup-contents.ts';
import { countedIds } from '../../support/context.ts';
import { temporaryFolder } from '../../support/worlds.ts';
import { leaving } from '../../support/giving.ts';

vi.setConfig({ testTimeout: 60_000 }); // each passphrase takes 0.3 s, and more on a busy computer

const FILE_SECRET = { kind: 'passphrase' as const, passphrase: 'châtaigne lente sous abri' };
const VAULT_SECRET = { kind: 'passphrase' as const, passphrase: 'le carnet de Sonia, été' };
const OTHER = 'ruisseau clair de novembre';
const NAME = 'Offre commune.tierce';
const STATES = ['3-plain', '3-sealed'] as const;

/** A computer in that state, and its file open. */
async function opened(state: (typeof STATES)[number], secret: VaultSecret = FILE_SECRET) {
  const folder = await temporaryFolder();
  await cp(join('tests/fixtures/states', state), folder, { recursive: true });
  const app = await testApplication({ folder });
  const newId = countedIds('act');
  const file = join(app.documents, 'Tierce', NAME);
  let place = { documentId: '', baseRevision: 0 };
  const show = (project: OpenProject) => {
    place = { documentId: project.documentId, baseRevision: project.revision };
    return project;
  };
  const open = async (secret?: VaultSecret) => show(await openWith(app, file, secret));
  const kept = <T extends { readonly revision: number }>(value: T): T => {
    place = { ...place, baseRevision: value.revision };
    return value;
  };
  const base = () => ({ ...place, commandId: newId() });
  const need = async (text: string) =>
    void kept(
      expectOk(
        await app.call('project.run', {
          ...base(),
          command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: text } } },
        }),
      ),
    );
  const save = async () => void expectOk(await app.call('project.save', { documentId: place.documentId }));
  return {
    app,
    file,
    first: await open(secret),
    open,
    base,
    kept,
    need,
    save,
    close: async () => void expectOk(await app.call('project.close', { documentId: place.documentId, evenUnsaved: false })),
    place: () => place,
  };
}

async function openWith(app: TestApplication, file: string, secret: VaultSecret = FILE_SECRET): Promise<OpenProject> {
  app.answers.push(file);
  const plain = await app.call('project.choose', {});
  if (plain.ok) return plain.value;
  expect(plain).toMatchObject({ failure: { code: 'file-sealed' } });
  const attemptId = expectOk(await app.call('attempt.read', {}))?.attemptId ?? '';
  return expectOk(await app.call('attempt.unlock', { attemptId, secret }));
}

/** The two forms in which systems encode exactly the same letters. */
const FORMS = ['NFC', 'NFD'] as const;
const inForm = ({ passphrase }: typeof FILE_SECRET, form: (typeof FORMS)[number]) => ({
  kind: 'passphrase' as const,
  passphrase: passphrase.normalize(form),
});

const needIn = ({ document }: OpenProject) => document.accompaniment.mission.single?.need;

describe.each(STATES)('the state %s', (state) => {
  it('A7 A2 comes up with the steps that only its journal held, and is written as this version once it is changed', async () => {
    const { app, file, first, need, save, place } = await opened(state);
    const before = await readFile(file, 'utf8');
    await need('Cinq besoins');
    await save();

    expect([needIn(first), first.recovery]).toEqual(['Pas encore dans le fichier', { recovered: 1, setAside: 0 }]);
    expect([before, await readFile(file, 'utf8')].map((text) => /"formatVersion": (\d+)/.exec(text)?.[1])).toEqual([
      '3',
      String(FORMAT_VERSION),
    ]);
    const { backups } = expectOk(await app.call('backups.list', { documentId: place().documentId }));
    expect(backups.filter(({ reason }) => reason === 'migration')).toHaveLength(1);
  });

  it('A7 A4 has every backup of before, each of which opens, also once the file is of this version', async () => {
    const { app, need, save, place, close, open } = await opened(state);
    await need('Cinq besoins');
    await save();
    await close();
    await open();
    const read = await readBackups(app, place().documentId);

    expect(read.length).toBeGreaterThanOrEqual(6);
    expect(read.filter((backup) => backup.state !== 'readable')).toEqual([]);
  });

  it('A7 A13 undoes what was done before, across the change of version', async () => {
    const { app, base, kept } = await opened(state);
    const undone = kept(expectOk(await app.call('project.undo', base())));

    expect(JSON.stringify(undone.changes)).toContain('Quatre besoins');
  });

  it('A7 A14 gives what is attached, before and after it was written anew', async () => {
    const { app, first, place, kept, need, save, close, open } = await opened(state);
    const [attachmentId = ''] = Object.keys(first.document.accompaniment.attachments);
    const content = async () => {
      const target = join(app.folder, `${place().documentId}.txt`);
      app.answers.push(target);
      kept(expectOk(await app.call('attachments.save', await leaving(app, { documentId: place().documentId, attachmentId }))));
      return readFile(target, 'utf8');
    };
    const before = await content();
    await need('Cinq besoins');
    await save();
    await close();
    await open();

    expect([before, await content()]).toEqual(['La charte du groupe', 'La charte du groupe']);
    expect(
      await readdir(
        join(
          app.data,
          'attachments',
          first.document.accompaniment.attachments[attachmentId] === undefined
            ? ''
            : ((await readdir(join(app.data, 'attachments')))[0] ?? ''),
        ),
      ),
    ).not.toEqual([]);
  });

  it('A7 E1 opens the notebook with the line that came in while it was locked, and files it', async () => {
    const { app, base, kept, place } = await opened(state);
    kept(expectOk(await app.call('vault.unlock', { ...base(), secret: VAULT_SECRET })));
    const { notes, broken } = expectOk(await app.call('vault.notes', { documentId: place().documentId }));

    expect([notes.map(({ text }) => text).toSorted(), broken]).toEqual([['Une ligne', 'Une note'], []]);
  });

  it('A7 E1 changes the passphrase of the notebook, and takes lines while it is locked', async () => {
    const { app, base, kept, place } = await opened(state);
    kept(expectOk(await app.call('vault.change', { ...base(), secret: VAULT_SECRET, passphrase: OTHER })));
    expectOk(await app.call('vault.lock', { documentId: place().documentId }));
    kept(
      expectOk(
        await app.call('vault.write', {
          ...base(),
          record: { table: 'privateNotes', id: null, date: '2026-04-15' as never, ...NO_LINKS, text: 'Encore une' },
        }),
      ),
    );
    kept(expectOk(await app.call('vault.unlock', { ...base(), secret: { kind: 'passphrase', passphrase: OTHER } })));

    expect(
      expectOk(await app.call('vault.notes', { documentId: place().documentId }))
        .notes.map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Encore une', 'Une ligne', 'Une note']);
  });

  it('A7 A12 E1 opens the notebook by its passphrase in either Unicode form, once the file is of this version', async () => {
    const { app, file, base, kept, need, save, place } = await opened(state);
    await need('Cinq besoins');
    await save();
    const unlocked = [];
    for (const form of FORMS) {
      kept(expectOk(await app.call('vault.unlock', { ...base(), secret: inForm(VAULT_SECRET, form) })));
      unlocked.push(expectOk(await app.call('vault.notes', { documentId: place().documentId })).notes.length);
      expectOk(await app.call('vault.lock', { documentId: place().documentId }));
    }

    expect([inForm(VAULT_SECRET, 'NFC').passphrase === inForm(VAULT_SECRET, 'NFD').passphrase, unlocked]).toEqual([false, [2, 2]]);
    expect(await readFile(file, 'utf8')).toContain(`"formatVersion": ${FORMAT_VERSION}`);
  });

  it('A7 A5 brings an older content back', async () => {
    const { app, base, kept, place } = await opened(state);
    const { backups } = expectOk(await app.call('backups.list', { documentId: place().documentId }));
    const mine = backups.find(({ reason }) => reason === 'mine');
    const restored = kept(expectOk(await app.call('backups.restore', { ...base(), backupId: mine?.backupId ?? '' })));

    expect(JSON.stringify(restored.changes)).toContain('Perdu sur un autre poste');
  });
});

describe('the state 3-sealed', () => {
  it.each(FORMS)('A7 A12 opens by its passphrase in the Unicode form %s as it was, and in either as this version', async (form) => {
    const { file, first, close, open } = await opened('3-sealed', inForm(FILE_SECRET, form));
    const versions = [await readFile(file, 'utf8')];
    await close(); // writes what only the journal held
    versions.push(await readFile(file, 'utf8'));
    const needs = [needIn(first)];
    for (const then of FORMS) {
      needs.push(needIn(await open(inForm(FILE_SECRET, then))));
      await close();
    }

    expect(versions.map((text) => /"formatVersion": (\d+)/.exec(text)?.[1])).toEqual(['3', String(FORMAT_VERSION)]);
    expect(needs).toEqual(Array.from({ length: 3 }, () => 'Pas encore dans le fichier'));
  });

  it('A7 A12 changes its passphrase, and takes its protection off, with all its copies', async () => {
    const { app, base, kept, place, close, open, need, save } = await opened('3-sealed');
    const changed = kept(expectOk(await app.call('protection.change', { ...base(), secret: FILE_SECRET, passphrase: OTHER })));
    const removed = kept(expectOk(await app.call('protection.remove', { ...base(), secret: { kind: 'passphrase', passphrase: OTHER } })));
    await need('Cinq besoins');
    await save();
    await close();
    const project = await open();

    expect([changed.leftBackups, removed.leftBackups, needIn(project)]).toEqual([0, 0, 'Cinq besoins']);
    expect((await readBackups(app, place().documentId)).filter((backup) => backup.state !== 'readable')).toEqual([]);
  });
});
