// The application behind every shell, from first start to a report, on real files.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { DRAFT, firstId } from '../../support/documents.ts';
import { testApplication } from '../../support/application.ts';
import { errno, faultyFiles, temporaryFolder } from '../../support/worlds.ts';
import { leaving } from '../../support/giving.ts';

const PROFILE = {
  name: 'Sonia Nadir',
  function: 'Accompagnatrice',
  organisation: 'Coorace',
  letterhead: '',
  logo: '',
  email: '',
  minutesPerDay: 420,
  scheme: 'coorace',
} as const;

describe('first start', () => {
  it('A1 keeps who is working in a personal file of the same format, found again at the next start', async () => {
    const { call, folder, documents } = await testApplication();
    expect(expectOk(await call('app.start', {})).profile).toBeNull();

    expectOk(await call('profile.save', { profile: PROFILE }));
    expectOk(await call('profile.save', { profile: { ...PROFILE, function: 'Consultante' } }));
    const again = await testApplication({ folder });

    expect(expectOk(await again.call('app.start', {})).profile).toEqual({ ...PROFILE, function: 'Consultante' });
    expect((await readFile(join(documents, 'Tierce', 'Mon profil.tierce'), 'utf8')).startsWith('{\n"format": "tierce"')).toBe(true);
    expect(expectOk(await again.call('library.list', {})).entries).toEqual([]);
  });

  it('I5 I8 keeps language, theme and whether the first steps are closed, and takes French for a French system', async () => {
    const { call, folder } = await testApplication();
    expect(expectOk(await call('app.start', {})).settings).toEqual({
      locale: 'fr',
      theme: 'system',
      hidesFirstSteps: false,
      locksAfter: 10,
    });

    const changed = { locale: 'en', theme: 'dark', hidesFirstSteps: true, locksAfter: 10 } as const;
    await call('settings.save', { settings: changed });

    expect(expectOk(await (await testApplication({ folder })).call('app.start', {})).settings).toEqual(changed);
  });

  it('A11 starts with the first settings when the kept ones are damaged', async () => {
    const { folder, data } = await testApplication();
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'settings.json'), '{"locale": "fr", "the');

    expect(expectOk(await (await testApplication({ folder })).call('app.start', {})).settings.locale).toBe('fr');
  });

  it('A1 uses the folder that the user chooses, and says when it is gone', async () => {
    const { call, answers } = await testApplication();
    const chosen = await temporaryFolder();
    answers.push(null, chosen);

    expect(await call('library.choose', {})).toMatchObject({ failure: { code: 'cancelled' } });
    expect(expectOk(await call('library.choose', {}))).toMatchObject({ folderPath: chosen, isMissing: false });
    await rm(chosen, { recursive: true });
    expect(expectOk(await call('library.list', {})).isMissing).toBe(true);
    expect(await call('project.create', { draft: DRAFT })).toMatchObject({ ok: true });
  });

  it('A1 takes the profile along to the folder that is chosen', async () => {
    const { call, answers, folder } = await testApplication();
    const chosen = await temporaryFolder();
    expectOk(await call('profile.save', { profile: PROFILE }));
    answers.push(chosen);

    expectOk(await call('library.choose', {}));

    expect(expectOk(await (await testApplication({ folder })).call('app.start', {})).profile).toEqual(PROFILE);
  });
});

describe('the library', () => {
  it('I1 lists each accompaniment with phase, days left and next session, and a file that cannot be read with its reason', async () => {
    const { call, documents } = await testApplication();
    expectOk(await call('project.create', { draft: DRAFT }));
    await writeFile(join(documents, 'Tierce', 'Abîmé.tierce'), '{\n"format": "tierce", tronqué');
    await writeFile(join(documents, 'Tierce', 'lisez-moi.txt'), 'rien');

    const { entries } = expectOk(await call('library.list', {}));

    expect(entries.map((entry) => entry.fileName).toSorted()).toEqual(['Abîmé.tierce', 'Offre commune.tierce']);
    expect(entries.find((entry) => entry.state === 'readable')).toMatchObject({
      summary: {
        title: 'Offre commune',
        organisations: 2,
        phase: 'Identification des besoins à coopérer',
        days: { granted: 6, counted: 0, remaining: 6 },
      },
    });
    expect(entries.find((entry) => entry.state === 'unreadable')).toMatchObject({ failure: { code: 'file-truncated' } });
  });

  it('A1 never writes over a file of the same title', async () => {
    const { call, documents } = await testApplication();

    for (let time = 0; time < 3; time += 1) expectOk(await call('project.create', { draft: DRAFT }));

    expect((await readdir(join(documents, 'Tierce'))).filter((name) => name.endsWith('.tierce')).toSorted()).toEqual([
      'Offre commune (2).tierce',
      'Offre commune (3).tierce',
      'Offre commune.tierce',
    ]);
  });

  it.each([
    ['../../etc/passwd', 'etc passwd.tierce'],
    ['CON', 'Tierce CON.tierce'],
    ['   ', 'Accompagnement à la coopération.tierce'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.tierce'],
    ['é'.repeat(280), `${'é'.repeat(75)}.tierce`],
    ['...', 'Tierce.tierce'],
    ['שלום 👩🏽‍🔧', 'שלום 👩🏽‍🔧.tierce'],
  ])('A1 gives the title %j a file name that every system takes', async (title, name) => {
    const { call } = await testApplication();

    expect(expectOk(await call('project.create', { draft: { ...DRAFT, title } })).fileName).toBe(name);
  });

  it('K1 opens only what it has listed', async () => {
    const { call } = await testApplication();

    expect(await call('project.open', { entryId: 'some-other-token' })).toMatchObject({ failure: { code: 'token-unknown' } });
    expect(await call('project.read', { documentId: 'document-unknown' })).toMatchObject({ failure: { code: 'document-unknown' } });
  });
});

describe('a project', () => {
  it('A2 A6 is written, closed, opened again and undone', async () => {
    const { call, folder } = await testApplication();
    const created = expectOk(await call('project.create', { draft: DRAFT }));
    const base = { documentId: created.documentId, baseRevision: 0 };
    expectOk(
      await call('project.run', {
        ...base,
        commandId: 'command-1',
        command: { name: 'record.create', args: { table: 'organisations', fields: { name: 'GE 77' } } },
      }),
    );
    expect(
      await call('project.run', {
        ...base,
        commandId: 'command-2',
        command: { name: 'record.create', args: { table: 'organisations', fields: { name: 'GE 77' } } },
      }),
    ).toMatchObject({ failure: { code: 'stale', revision: 1 } });
    expectOk(await call('project.close', { documentId: created.documentId, evenUnsaved: false }));

    const again = await testApplication({ folder });
    const { entries } = expectOk(await again.call('library.list', {}));
    const reopened = expectOk(await again.call('project.open', { entryId: entries[0]?.entryId ?? '' }));
    const undone = expectOk(await again.call('project.undo', { documentId: reopened.documentId, commandId: 'command-3', baseRevision: 1 }));

    expect(reopened.undo.undo).toMatchObject({ command: 'record.create', table: 'organisations', title: 'GE 77' });
    expect(undone.changes).toMatchObject([{ table: 'organisations', after: null }]);
  });

  it('A2 tells the window each time that the truth about saving changes', async () => {
    const { call, sent } = await testApplication();
    const { documentId } = expectOk(await call('project.create', { draft: DRAFT }));
    sent.length = 0;

    await call('project.run', {
      documentId,
      baseRevision: 0,
      commandId: 'command-1',
      command: { name: 'record.create', args: { table: 'organisations', fields: { name: 'GE 77' } } },
    });
    await call('project.save', { documentId });

    expect(sent.map(([event, data]) => [event, (data as { readonly saveState: { readonly where: string } }).saveState.where])).toEqual([
      ['saveState', 'pending'],
      ['saveState', 'journal'],
      ['saveState', 'file'],
    ]);
  });

  it('E1 never shows the window a sealed record, not even that one changed', async () => {
    const { call } = await testApplication();

    const example = expectOk(await call('project.example', {}));

    expect('vault' in example.document).toBe(false);
    expect(JSON.stringify(example)).not.toContain('privateNotes');
  });

  it('I8 explores the example in a copy of its own, fresh each time', async () => {
    const { call } = await testApplication();
    const first = expectOk(await call('project.example', {}));
    expectOk(
      await call('project.run', {
        documentId: first.documentId,
        commandId: 'command-1',
        baseRevision: first.revision,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { title: 'Modifié' } } },
      }),
    );
    expectOk(await call('project.close', { documentId: first.documentId, evenUnsaved: false }));

    const second = expectOk(await call('project.example', {}));

    expect([second.isExample, second.revision, second.document.accompaniment.mission.single?.title]).toEqual([
      true,
      first.revision,
      'Offre commune d’insertion, Sud Seine-et-Marne',
    ]);
    expect(expectOk(await call('library.list', {})).entries).toEqual([]);
  });

  it('A1 opens a file handed over at the start, and refuses one that is no accompaniment with its reason', async () => {
    const { call, application, documents, sent } = await testApplication();
    expectOk(await call('profile.save', { profile: PROFILE }));
    await application.openPath(join(documents, 'Tierce', 'Mon profil.tierce'));

    expect(expectOk(await call('app.start', {})).opened).toMatchObject({ ok: false, failure: { code: 'file-wrong-kind' } });
    await application.openPath(join(documents, 'rien.tierce'));
    expect(sent.at(-1)).toMatchObject(['opened', { failure: { code: 'file-not-found' } }]);
  });

  it('A10 closing says why the file cannot be written, and nothing is lost when it is closed all the same', async () => {
    let isBroken = false;
    const { files } = faultyFiles((call) => (isBroken && call === 'rename' ? errno('ENOSPC') : null));
    const { call, folder } = await testApplication({ files });
    const { documentId } = expectOk(await call('project.create', { draft: DRAFT }));
    expectOk(
      await call('project.run', {
        documentId,
        baseRevision: 0,
        commandId: 'command-1',
        command: { name: 'record.create', args: { table: 'organisations', fields: { name: 'GE 77' } } },
      }),
    );
    isBroken = true;

    expect(await call('project.close', { documentId, evenUnsaved: false })).toMatchObject({ failure: { code: 'disk-full' } });
    expect(await call('app.quit', {})).toMatchObject({ failure: { code: 'disk-full' } });
    expectOk(await call('project.close', { documentId, evenUnsaved: true }));

    const again = await testApplication({ folder });
    const { entries } = expectOk(await again.call('library.list', {}));
    const reopened = expectOk(await again.call('project.open', { entryId: entries[0]?.entryId ?? '' }));
    expect(reopened.recovery).toEqual({ recovered: 1, setAside: 0 });
    expect(Object.values(reopened.document.accompaniment.organisations).map((organisation) => organisation.name)).toContain('GE 77');
  });

  it('A10 opens no other file while leaving this one would lose something', async () => {
    let isBroken = false;
    const { files } = faultyFiles((call) => (isBroken && (call === 'rename' || call === 'datasync') ? errno('ENOSPC') : null));
    const { call } = await testApplication({ files });
    const { documentId } = expectOk(await call('project.create', { draft: DRAFT }));
    isBroken = true;
    const applied = expectOk(
      await call('project.run', {
        documentId,
        baseRevision: 0,
        commandId: 'command-1',
        command: { name: 'record.create', args: { table: 'organisations', fields: { name: 'GE 77' } } },
      }),
    );

    expect(applied.saveState).toMatchObject({ where: 'failing', isSafeHere: false });
    expect(await call('project.example', {})).toMatchObject({ failure: { code: 'disk-full' } });
    expect(await call('project.close', { documentId, evenUnsaved: true })).toMatchObject({ failure: { code: 'disk-full' } });
    expect(
      Object.values(expectOk(await call('project.read', { documentId })).document.accompaniment.organisations).map(
        (organisation) => organisation.name,
      ),
    ).toContain('GE 77');
    isBroken = false;
    expect(await call('project.example', {})).toMatchObject({ ok: true });
  });

  it('A10 says that the folder cannot be written when a project is created there', async () => {
    const { call, documents } = await testApplication();
    await mkdir(documents, { recursive: true });
    await writeFile(join(documents, 'Tierce'), 'a file where the folder should be');

    const created = await call('project.create', { draft: DRAFT });

    expect(created.ok).toBe(false);
    expect(!created.ok && created.failure.code).toMatch(/^(disk|file)-/);
  });
});

describe('the session report', () => {
  it('H1 is written where the user says, as a PDF, and opened from there', async () => {
    const { call, answers, opened, folder } = await testApplication();
    const example = expectOk(await call('project.example', {}));
    const request = {
      documentId: example.documentId,
      request: { kind: 'session', sessionId: firstId(example.document.accompaniment.sessions) },
      locale: 'fr',
    } as const;
    answers.push(null, join(folder, 'compte rendu.pdf'));

    expect(await call('document.save', await leaving({ call }, request))).toMatchObject({ failure: { code: 'cancelled' } });
    const saved = expectOk(await call('document.save', await leaving({ call }, request)));
    expectOk(await call('document.open', { documentToken: saved.documentToken }));

    expect([saved.fileName, opened]).toEqual(['compte rendu.pdf', [join(folder, 'compte rendu.pdf')]]);
    expect((await readFile(join(folder, 'compte rendu.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await call('document.open', { documentToken: 'another-token' })).toMatchObject({ failure: { code: 'token-unknown' } });
  });

  it('A10 says why the report cannot be written and leaves what was there', async () => {
    const { call, answers, folder } = await testApplication();
    const example = expectOk(await call('project.example', {}));
    await mkdir(join(folder, 'dossier.pdf'));
    answers.push(join(folder, 'dossier.pdf'));

    expect(
      await call(
        'document.save',
        await leaving({ call }, {
          documentId: example.documentId,
          request: { kind: 'session', sessionId: firstId(example.document.accompaniment.sessions) },
          locale: 'en',
        } as const),
      ),
    ).toMatchObject({ failure: { code: 'file-is-folder' } });
  });
});

it('A11 lists a file without rights with its reason', async () => {
  let isForbidden = false;
  const { files } = faultyFiles((call) => (isForbidden && call === 'readFile' ? errno('EACCES') : null));
  const { call } = await testApplication({ files });
  expectOk(await call('project.create', { draft: DRAFT }));
  isForbidden = true;

  expect(expectOk(await call('library.list', {})).entries).toMatchObject([{ state: 'unreadable', failure: { code: 'disk-denied' } }]);
});

it('K5 logs a bug by its kind and place, without a word of what was typed', async () => {
  const { files } = faultyFiles((call) =>
    call === 'readdir' ? Object.assign(new TypeError('Leïla Haddad'), { name: 'TypeError' }) : null,
  );
  const { application, logged } = await testApplication({
    files: new Proxy(realFileSystem, {
      get: (target, name) => (isBroken && name === 'readdir' ? files.readdir : (Reflect.get(target, name) as unknown)),
    }),
  });
  isBroken = true;

  expect(await application.dispatch('library.list', {})).toMatchObject({ ok: false, failure: { code: 'bug' } });
  expect(logged).toEqual([expect.stringMatching(/^bug \S+ in library\.list: TypeError .*library\.ts:/)]);
  expect(logged.join('')).not.toMatch(/Haddad|tests\//);
});

let isBroken = false;
