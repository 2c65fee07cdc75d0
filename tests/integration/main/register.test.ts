// H3 E8: what leaves is listed with its SHA-256 and a frozen copy, and says nothing that is for fewer readers.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LEVELS, isOpenTo, type Level } from '@domain/levels/level.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { expectOk } from '@domain/result.ts';
import { LARGEST_COPIES_BYTES } from '@domain/tables/documents.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { describe, expect, it, vi } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { blankRenderer, testApplication, type TestApplication } from '../../support/application.ts';
import { wordsIn } from '../../support/canary-words.ts';
import { leaving, TO_ALL, TO_COLLECTIVE } from '../../support/giving.ts';
import { levelledDocument, wordsFor } from '../../support/levelled.ts';
import { HEADER } from '../../support/projects.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const document = levelledDocument();
const SESSION = 'sessions-collective';
const REQUESTS: Readonly<Record<DocumentKind, DocumentRequest>> = {
  session: { kind: 'session', sessionId: SESSION },
  decisions: { kind: 'decisions', sessionId: SESSION },
  days: { kind: 'days', from: null, to: null },
  workbook: { kind: 'workbook', from: null, to: null },
};

async function opened(options: Parameters<typeof testApplication>[0] = {}) {
  const app = await testApplication(options);
  const path = join(app.documents, 'Tierce', 'mission.tierce');
  await mkdir(join(app.documents, 'Tierce'), { recursive: true });
  await writeFile(path, serialiseProject({ header: HEADER, document }, null));
  app.answers.push(path);
  const { documentId } = expectOk(await app.call('project.choose', {}));
  return { app, documentId, path };
}

async function given(app: TestApplication, documentId: string) {
  const { document: view } = expectOk(await app.call('project.read', { documentId }));
  return Object.values(view.accompaniment.documents).filter(({ id }) => !id.startsWith('documents-'));
}

async function give(
  world: Awaited<ReturnType<typeof opened>>,
  request: DocumentRequest,
  giving = TO_COLLECTIVE,
  locale: 'fr' | 'en' = 'fr',
) {
  const { app, documentId } = world;
  const path = join(app.folder, `remis-${request.kind}-${giving.level}-${locale}${endingOf(request.kind)}`);
  app.answers.push(path);
  return { path, reply: await app.call('document.save', await leaving(app, { documentId, request, locale }, giving)) };
}

const narrowerThan = (readers: Level) => LEVELS.filter((level) => !isOpenTo(readers, level)).flatMap(wordsFor);

describe('a document for the readers of a level', () => {
  it.each(DOCUMENT_KINDS.flatMap((kind) => (['core', 'collective', 'public'] as const).map((level) => [kind, level] as const)))(
    'E8 says in %s for %s nothing that is for fewer, and says for whom it is',
    async (kind, level) => {
      const world = await opened();
      const request = 'sessionId' in REQUESTS[kind] ? { kind, sessionId: `sessions-${level}` } : REQUESTS[kind];
      const { path, reply } = await give(world, request as DocumentRequest, { ...TO_ALL, level });
      expectOk(reply);
      const bytes = await readFile(path);
      const text = (await textOfDocument(path, bytes)).toLowerCase();

      expect(wordsIn(bytes, narrowerThan(level))).toEqual([]);
      expect(wordsIn(text, narrowerThan(level))).toEqual([]);
      if (kind !== 'workbook')
        expect(text).toContain({ core: 'réservé au noyau', collective: 'réservé au collectif', public: 'document public' }[level]);
    },
  );

  it('E8 is refused where its session is for fewer, and nothing is written', async () => {
    const world = await opened({ renderer: blankRenderer });
    const { reply, path } = await give(world, { kind: 'session', sessionId: 'sessions-core' });

    expect(reply).toEqual({ ok: false, failure: { code: 'level-too-wide', asked: 'collective', needed: 'core' } });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    expect(await given(world.app, world.documentId)).toEqual([]);
  });

  it('E8 H3 is refused for a recipient who may not read it, before anybody is asked for a place', async () => {
    const world = await opened({ renderer: blankRenderer });
    const personId = Object.values(document.accompaniment.people).find(({ role }) => role !== 'accompanist')?.id ?? '';
    const { reply } = await give(world, REQUESTS.days, { level: 'accompanist', personIds: [personId], others: '' });

    expect(reply).toMatchObject({ failure: { code: 'recipients-beyond', areAll: true } });
    expect(world.app.answers).toHaveLength(1);
  });

  it.each(['json', 'csv'] as const)('E8 leaves nothing that is for fewer in an export as %s', async (form) => {
    const { app, documentId } = await opened();
    const folder = join(app.folder, 'exports');
    await mkdir(folder);
    app.answers.push(form === 'json' ? join(folder, 'mission.json') : folder);
    expectOk(await app.call('export.save', await leaving(app, { documentId, form }, { ...TO_ALL, level: 'public' })));

    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const { parentPath, name } of files)
      expect(wordsIn(await readFile(join(parentPath, name)), narrowerThan('public')), name).toEqual([]);
  });
});

describe('the register', () => {
  it.each(LOCALES)('H3 lists what was given with the SHA-256 of its very bytes, and keeps them and their text (%s)', async (locale) => {
    const world = await opened();
    const { path, reply } = await give(world, REQUESTS.session, { ...TO_COLLECTIVE, others: 'Mairie de Melun' }, locale);
    const bytes = await readFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [row] = await given(world.app, world.documentId);

    expect(expectOk(reply)).toMatchObject({ unkept: null });
    expect(row).toMatchObject({
      kind: 'session',
      level: 'collective',
      others: 'Mairie de Melun',
      sessionId: SESSION,
      locale,
      sha256,
      copy: sha256,
    });
    const saved = join(world.app.folder, 'encore.pdf');
    world.app.answers.push(saved);
    expectOk(await world.app.call('register.save', { documentId: world.documentId, givenId: row?.id ?? '' }));
    expect((await readFile(saved)).equals(bytes)).toBe(true);
    expectOk(await world.app.call('register.open', { documentId: world.documentId, givenId: row?.id ?? '' }));
    expect((await readFile(world.app.opened.at(-1) ?? '')).equals(bytes)).toBe(true);
  });

  it('H3 A14 opens no copy whose name would make the system run it: a file may come from elsewhere', async () => {
    const { app, documentId } = await opened({ renderer: blankRenderer });
    app.answers.push(join(app.folder, 'facture.exe'));
    expectOk(await app.call('document.save', await leaving(app, { documentId, request: REQUESTS.days, locale: 'fr' as const })));
    const [row] = await given(app, documentId);

    expect(row?.fileName).toBe('facture.exe');
    expect(await app.call('register.open', { documentId, givenId: row?.id ?? '' })).toEqual({
      ok: false,
      failure: { code: 'attachment-not-opened', name: 'facture.exe' },
    });
    expect(app.opened).toEqual([]);
  });

  it('H3 opens the copy of every kind that keeps one', async () => {
    const { app, documentId } = await opened({ renderer: blankRenderer });
    for (const form of ['json', 'csv'] as const) {
      app.answers.push(form === 'json' ? join(app.folder, 'tout.json') : app.folder);
      expectOk(await app.call('export.save', await leaving(app, { documentId, form })));
    }
    const rows = await given(app, documentId);

    expect(rows.length).toBe(2);
    for (const { id } of rows) expectOk(await app.call('register.open', { documentId, givenId: id }));
  });

  it('H3 knows its recipients, who are then not removed without it', async () => {
    const world = await opened({ renderer: blankRenderer });
    const personId = Object.values(document.accompaniment.people).find(({ role }) => role === 'accompanist')?.id ?? '';
    expectOk((await give(world, REQUESTS.days, { ...TO_COLLECTIVE, personIds: [personId, personId] })).reply);
    const { document: view, revision } = expectOk(await world.app.call('project.read', { documentId: world.documentId }));
    const [row] = await given(world.app, world.documentId);

    expect(Object.values(view.accompaniment.recipients).filter(({ documentId }) => documentId === row?.id)).toMatchObject([{ personId }]);
    expect(
      await world.app.call('project.run', {
        documentId: world.documentId,
        commandId: 'remove-person',
        baseRevision: revision,
        command: { name: 'record.remove', args: { table: 'people', id: personId } },
      }),
    ).toMatchObject({ failure: { code: 'reference-held' } });
  });

  it('H3 lists once what a window asks for twice, after it lost the reply', async () => {
    const { app, documentId } = await opened({ renderer: blankRenderer });
    const message = await leaving(app, { documentId, request: REQUESTS.days, locale: 'fr' } as const);
    app.answers.push(join(app.folder, 'a.pdf'), join(app.folder, 'a.pdf'));
    expectOk(await app.call('document.save', message));
    expectOk(await app.call('document.save', message));

    expect(await given(app, documentId)).toHaveLength(1);
  });

  it('H3 lists nothing that somebody gave up, or that was not written', async () => {
    const { app, documentId } = await opened({ renderer: blankRenderer });
    app.answers.push(null, join(app.folder, 'nulle part', 'a.pdf'));
    const message = { documentId, request: REQUESTS.days, locale: 'fr' } as const;

    expect(await app.call('document.save', await leaving(app, message))).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await app.call('document.save', await leaving(app, message))).toMatchObject({ ok: false });
    expect(await given(app, documentId)).toEqual([]);
  });

  it('H3 tells what a document would say differently now, and that nothing would', async () => {
    const world = await opened();
    const { app, documentId } = world;
    expectOk((await give(world, REQUESTS.session)).reply);
    const [row] = await given(app, documentId);
    const asked = { documentId, givenId: row?.id ?? '', request: REQUESTS.session, locale: 'fr', readers: 'collective' } as const;

    expect(await app.call('register.changes', asked)).toEqual({ ok: true, value: { lines: [], more: 0 } });
    const { revision } = expectOk(await app.call('project.read', { documentId }));
    expectOk(
      await app.call('project.run', {
        documentId,
        commandId: 'change-place',
        baseRevision: revision,
        command: { name: 'record.update', args: { table: 'sessions', id: SESSION, fields: { account: 'Un relevé tout neuf.' } } },
      }),
    );
    const { lines } = expectOk(await app.call('register.changes', asked));
    expect(lines).toContainEqual({ how: 'added', text: 'Un relevé tout neuf.' });
    expect(lines.some(({ how }) => how === 'gone')).toBe(true);
  });

  it('H3 lists without a copy what no longer fits, and says so: what has left has left', async () => {
    const large = {
      ...blankRenderer,
      render: () =>
        Promise.resolve({
          ok: true as const,
          value: { bytes: new Uint8Array(LARGEST_COPIES_BYTES + 1), pages: 1, missing: [], lines: [] },
        }),
    };
    const world = await opened({ renderer: large });
    const { reply, path } = await give(world, REQUESTS.days);

    expect(expectOk(reply)).toMatchObject({ unkept: { code: 'copies-full', maximum: LARGEST_COPIES_BYTES } });
    expect((await readFile(path)).byteLength).toBe(LARGEST_COPIES_BYTES + 1);
    const [row] = await given(world.app, world.documentId);
    expect(row).toMatchObject({ copy: null, lines: null });
    expect(await world.app.call('register.open', { documentId: world.documentId, givenId: row?.id ?? '' })).toMatchObject({
      failure: { code: 'attachment-gone' },
    });
    expect(expectOk(await world.app.call('register.read', { documentId: world.documentId }))).toEqual({
      total: 0,
      maximum: LARGEST_COPIES_BYTES,
    });
  });

  it('H3 A7 keeps its copies through a protected file, closed and opened again', async () => {
    const world = await opened({ renderer: blankRenderer });
    const { app, documentId } = world;
    expectOk((await give(world, REQUESTS.days)).reply);
    const { revision } = expectOk(await app.call('project.read', { documentId }));
    expectOk(
      await app.call('protection.set', { documentId, commandId: 'protect-01', baseRevision: revision, passphrase: 'mandragore bleue' }),
    );
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    app.answers.push(world.path);
    expect(await app.call('project.choose', {})).toMatchObject({ failure: { code: 'file-sealed' } });
    const attempt = expectOk(await app.call('attempt.read', {}));
    const secret = { kind: 'passphrase', passphrase: 'mandragore bleue' } as const;
    const again = expectOk(await app.call('attempt.unlock', { attemptId: attempt?.attemptId ?? '', secret }));
    const [row] = await given(app, again.documentId);

    expectOk(await app.call('register.open', { documentId: again.documentId, givenId: row?.id ?? '' }));
    expect((await readFile(app.opened.at(-1) ?? '')).toString()).toBe('%PDF-');
  });

  it('H3 says that nothing is listed while the file is read-only, and lets the document leave', async () => {
    const world = await opened({ renderer: blankRenderer });
    const { app } = world;
    const { backups } = await backupsOf(world);
    const looked = expectOk(await app.call('backups.open', { documentId: world.documentId, backupId: backups[0]?.backupId ?? '' }));
    const { reply } = await give({ ...world, documentId: looked.documentId }, REQUESTS.days);

    expect(expectOk(reply)).toMatchObject({ unkept: { code: 'file-read-only' }, changes: [] });
  });
});

async function backupsOf({ app, documentId }: Awaited<ReturnType<typeof opened>>) {
  const { revision } = expectOk(await app.call('project.read', { documentId }));
  const command = { name: 'record.update', args: { table: 'sessions', id: SESSION, fields: { place: 'Meaux' } } } as const;
  expectOk(await app.call('project.run', { documentId, commandId: 'place-0001', baseRevision: revision, command }));
  expectOk(await app.call('project.save', { documentId }));
  return expectOk(await app.call('backups.list', { documentId }));
}
