// A9 A10: a file that another program or person changed while it was open, and a place that can no longer be written.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { testApplication } from '../../support/application.ts';
import { readBackups } from '../../support/backup-contents.ts';
import { DRAFT } from '../../support/documents.ts';
import { rewriteWithDigest } from '../../support/projects.ts';

/** An open accompaniment whose file another person has changed, with one change of ours that the file does not hold. */
async function conflicted() {
  const app = await testApplication();
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  let count = 0;
  const base = async () => ({
    documentId,
    commandId: `command-${(count += 1)}`,
    baseRevision: expectOk(await app.call('project.read', { documentId })).revision,
  });
  const write = async (need: string) =>
    expectOk(
      await app.call('project.run', {
        ...(await base()),
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } },
      }),
    );
  const folder = join(app.documents, 'Tierce');
  const path = join(folder, 'Offre commune.tierce');
  await write('Point de départ.');
  expectOk(await app.call('project.save', { documentId }));
  await rewriteWithDigest(path, (text) =>
    text.replace('"territory":"Melun"', '"territory":"Provins"').replace('Point de départ.', 'Le leur.'),
  );
  await write('Le mien.');
  const state = expectOk(await app.call('project.save', { documentId }));
  const needOf = async (file = path) =>
    expectOk(await readProjectFile(realFileSystem, file)).document.accompaniment.mission['single']?.need;
  /** The content of a backup, by its reason. */
  const keptNeed = async (reason: string) => {
    const [id = ''] = await readdir(join(app.data, 'backups'));
    const names = await readdir(join(app.data, 'backups', id));
    const name = names.find((each) => each.includes(`~${reason}~`));
    return name === undefined ? undefined : needOf(join(app.data, 'backups', id, name));
  };
  const shownNeed = async () => expectOk(await app.call('project.read', { documentId })).document.accompaniment.mission['single']?.need;
  return { app, documentId, folder, path, state, needOf, keptNeed, shownNeed, write };
}

describe('a file that another hand changed', () => {
  it('A9 shows both sides: who, when, and how they differ', async () => {
    const { app, documentId, state } = await conflicted();

    const conflict = expectOk(await app.call('conflict.read', { documentId }));

    expect(state).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } });
    expect(conflict).toMatchObject({
      unsaved: 1,
      differences: [{ table: 'mission', changed: 1 }],
      theirs: { revision: 1 },
      mine: { revision: 2 },
    });
  });

  it('A9 keeps both: ours goes on in a dated copy that says where it comes from, theirs stays to the byte', async () => {
    const { app, documentId, folder, path, needOf, shownNeed, write } = await conflicted();
    const theirs = await readFile(path);

    const opened = expectOk(await app.call('conflict.answer', { documentId, answer: 'both' }));
    await write('La suite du mien.');
    expectOk(await app.call('project.save', { documentId }));

    const copy = expectOk(await readProjectFile(realFileSystem, join(folder, opened.fileName)));
    const original = expectOk(await readProjectFile(realFileSystem, path));
    expect(opened.fileName).toMatch(/^Offre commune 2026-04-14 14h32\.tierce$/);
    expect((await readFile(path)).equals(theirs)).toBe(true);
    expect([await needOf(), await shownNeed(), copy.document.accompaniment.mission['single']?.need]).toEqual([
      'Le leur.',
      'La suite du mien.',
      'La suite du mien.',
    ]);
    expect([copy.header.copyOf, copy.header.fileId === original.header.fileId]).toEqual([original.header.fileId, false]);
  });

  it('A9 takes theirs and keeps ours as a backup, with what both began from', async () => {
    const { app, documentId, needOf, keptNeed, shownNeed } = await conflicted();

    expectOk(await app.call('conflict.answer', { documentId, answer: 'theirs' }));

    expect([await shownNeed(), await needOf(), await keptNeed('mine'), await keptNeed('base')]).toEqual([
      'Le leur.',
      'Le leur.',
      'Le mien.',
      'Point de départ.',
    ]);
  });

  it('A9 keeps ours and keeps theirs as a backup, with what both began from', async () => {
    const { app, documentId, needOf, keptNeed, shownNeed } = await conflicted();

    expectOk(await app.call('conflict.answer', { documentId, answer: 'mine' }));

    expect([await shownNeed(), await needOf(), await keptNeed('theirs'), await keptNeed('base')]).toEqual([
      'Le mien.',
      'Le mien.',
      'Le leur.',
      'Point de départ.',
    ]);
  });

  it('A9 overwrites nothing while what stands in the file cannot be kept: a damaged one is left to its screen', async () => {
    const { app, documentId, path, shownNeed } = await conflicted();
    await writeFile(path, 'coupé');

    expect(await app.call('conflict.answer', { documentId, answer: 'mine' })).toMatchObject({
      ok: false,
      failure: { code: 'file-not-tierce' },
    });
    expect(await readFile(path, 'utf8')).toBe('coupé');
    expectOk(await app.call('conflict.answer', { documentId, answer: 'both' }));
    expect(await shownNeed()).toBe('Le mien.');
  });
});

describe('what was given up in an answer', () => {
  /** Three conflicts on one day, all answered the same way, each with what the other person had written. */
  async function answeredThrice(answer: 'mine' | 'theirs', between = 20) {
    const made = await conflicted();
    const { app, documentId, path, write } = made;
    expectOk(await app.call('conflict.answer', { documentId, answer }));
    for (const time of [2, 3]) {
      app.wait(between);
      await rewriteWithDigest(path, (text) => text.replace(/Le leur[^"]*|Le mien[^"]*/, `Le leur ${time}.`));
      await write(`Le mien ${time}.`);
      expectOk(await app.call('project.save', { documentId }));
      expectOk(await app.call('conflict.answer', { documentId, answer }));
    }
    const keptNeeds = async (reason: string) => {
      const [id = ''] = await readdir(join(app.data, 'backups'));
      const names = (await readdir(join(app.data, 'backups', id))).filter((name) => name.includes(`~${reason}~`));
      return (await Promise.all(names.map(async (name) => String(await made.needOf(join(app.data, 'backups', id, name)))))).toSorted();
    };
    return { ...made, keptNeeds };
  }

  it.each([
    { answer: 'mine', reason: 'theirs', needs: ['Le leur 2.', 'Le leur 3.', 'Le leur.'], between: 20 },
    { answer: 'theirs', reason: 'mine', needs: ['Le mien 2.', 'Le mien 3.', 'Le mien.'], between: 20 },
    { answer: 'mine', reason: 'theirs', needs: ['Le leur 2.', 'Le leur 3.', 'Le leur.'], between: -120 },
    { answer: 'theirs', reason: 'mine', needs: ['Le mien 2.', 'Le mien 3.', 'Le mien.'], between: -400_000 },
  ] as const)(
    'A9 A4 is found after three conflicts answered “$answer”, each $between minutes after the one before, and after a day of work',
    async ({ answer, reason, needs, between }) => {
      const { app, documentId, write, keptNeeds } = await answeredThrice(answer, between);
      for (let time = 0; time < 12; time += 1) {
        app.wait(70);
        await write(`La suite ${time}.`);
        expectOk(await app.call('project.save', { documentId }));
      }

      const { backups } = expectOk(await app.call('backups.list', { documentId }));
      expect(await keptNeeds(reason)).toEqual(needs);
      expect(
        backups
          .filter((backup) => backup.reason === reason)
          .every(({ isUntilDismissed, class: kind }) => isUntilDismissed && kind === 'answer'),
      ).toBe(true);
    },
  );

  it('A9 A5 stays until it is dismissed: that very one goes, and no other can', async () => {
    const { app, documentId, keptNeeds } = await answeredThrice('mine');
    const dismiss = (backupId: string) => app.call('backups.dismiss', { documentId, backupId });
    const { backups } = expectOk(await app.call('backups.list', { documentId }));
    const theirs = backups.filter(({ reason }) => reason === 'theirs');
    const routine = backups.find(({ class: kind }) => kind === 'routine');

    const second = theirs[1]?.backupId ?? '';
    const [done, again, other] = [await dismiss(second), await dismiss(second), await dismiss(routine?.backupId ?? '')];
    const none = await dismiss('../../settings');

    expect(theirs.map(({ runDaysLeft }) => runDaysLeft)).toEqual([90, 90, 90]);
    expect(done.ok).toBe(true);
    for (const refused of [again, other]) expect(refused).toMatchObject({ failure: { code: 'token-unknown' } });
    expect(none).toMatchObject({ failure: { code: 'message-invalid' } });
    expect(await keptNeeds('theirs')).toEqual(['Le leur 3.', 'Le leur.']);
    expect((await readBackups(app, documentId)).length).toBe(backups.length - 1);
  });

  it('A9 A16 is not dismissed from a backup that is only looked at', async () => {
    const { app, documentId, keptNeeds } = await answeredThrice('mine');
    const kept = expectOk(await app.call('backups.list', { documentId })).backups.find(({ reason }) => reason === 'theirs');
    const looked = expectOk(await app.call('backups.open', { documentId, backupId: kept?.backupId ?? '' }));

    expect(await app.call('backups.dismiss', { documentId: looked.documentId, backupId: kept?.backupId ?? '' })).toMatchObject({
      failure: { code: 'file-read-only' },
    });
    expect(await keptNeeds('theirs')).toHaveLength(3);
  });

  it('A9 goes after Tierce has run here on 90 different days since, and not by a clock that jumps', async () => {
    const { app, documentId, write, keptNeeds } = await answeredThrice('mine');
    const day = 24 * 60;
    const work = async (minutes: number, times: number) => {
      for (let time = 0; time < times; time += 1) {
        app.wait(minutes);
        await write(`Jour ${time} de ${minutes}.`);
        expectOk(await app.call('project.save', { documentId }));
      }
      return (await keptNeeds('theirs')).length;
    };

    const jumping = [await work(400 * day, 1), await work(-400 * day, 1)];
    const worked = [await work(day, 87), await work(day, 3)];

    expect([jumping, worked]).toEqual([
      [3, 3],
      [3, 0],
    ]);
  });
});

describe('a place that cannot be written any more', () => {
  it('A10 goes on in another file, and the first is left as it was', async () => {
    const { app, documentId, folder, shownNeed, write } = await conflicted();
    await rename(folder, `${folder} parti`);
    await write('Écrit sans la clé.');
    const elsewhere = join(app.documents, 'Ailleurs.tierce');
    app.answers.push(elsewhere);

    const opened = expectOk(await app.call('project.saveElsewhere', { documentId }));

    expect([opened.fileName, opened.saveState.where, await shownNeed()]).toEqual(['Ailleurs.tierce', 'file', 'Écrit sans la clé.']);
    expect(expectOk(await readProjectFile(realFileSystem, elsewhere)).document.accompaniment.mission['single']?.need).toBe(
      'Écrit sans la clé.',
    );
    await rm(`${folder} parti`, { recursive: true });
  });

  it('A10 replaces nothing that stands elsewhere, and gives up when the user does', async () => {
    const { app, documentId, path } = await conflicted();
    app.answers.push(path, null);

    expect(await app.call('project.saveElsewhere', { documentId })).toMatchObject({
      ok: false,
      failure: { code: expect.stringMatching(/^file-(locked|exists)$/) as unknown },
    });
    expect(await app.call('project.saveElsewhere', { documentId })).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('the example', () => {
  it('I8 A4 leaves nothing of an earlier exploration behind, not even its backups', async () => {
    const app = await testApplication();
    const first = expectOk(await app.call('project.example', {}));
    expectOk(
      await app.call('project.run', {
        documentId: first.documentId,
        commandId: 'command-01',
        baseRevision: first.revision,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Tout changé.' } } },
      }),
    );
    expectOk(await app.call('project.save', { documentId: first.documentId }));

    const again = expectOk(await app.call('project.example', {}));

    expect(expectOk(await app.call('backups.list', { documentId: again.documentId })).backups).toEqual([]);
    expect(again.document.accompaniment.mission['single']?.need).not.toBe('Tout changé.');
  });
});
