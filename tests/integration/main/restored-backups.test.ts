// A5: the content of a backup comes back, as a step.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import type { TestApplication } from '../../support/application.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { HEADER } from '../../support/projects.ts';
import { opened } from '../../support/edited-accompaniment.ts';

const document = startedDocument();
const backupFolders = async ({ data }: TestApplication): Promise<readonly string[]> => readdir(join(data, 'backups')).catch(() => []);

describe('bringing a backup back', () => {
  it('A5 says of each what it holds and what would change', async () => {
    const { add, contents } = await opened();
    await add('Un');
    await add('Deux');

    const [backup] = await contents();

    expect(backup).toMatchObject({
      state: 'readable',
      revision: 0,
      reason: 'opening',
      class: 'routine',
      isUntilDismissed: false,
      runDaysLeft: null,
      savedBy: '',
      differences: [{ table: 'sessions', onlyBefore: 2, onlyAfter: 0, changed: 0 }],
    });
    expect(backup?.state === 'readable' && backup.records).toBeGreaterThan(10);
  });

  it('A5 restores as one step, keeps what stood before as a backup, and undoes the restoring', async () => {
    const { app, documentId, base, add, titles, list } = await opened();
    await add('Un');
    app.wait(1);
    await add('Deux');
    const [backup] = await list();

    expectOk(await app.call('backups.restore', { ...(await base()), backupId: backup?.backupId ?? '' }));
    const restored = await titles();
    const reasons = (await list()).map(({ reason }) => reason);
    expectOk(await app.call('project.undo', { ...(await base()) }));

    expect(restored).toEqual([]);
    expect(reasons).toContain('restore');
    expect(await titles()).toEqual(['Deux', 'Un']);
    expect(expectOk(await app.call('project.save', { documentId })).where).toBe('file');
  });

  it('A5 shows a backup for reading only: every command is refused, and neither it nor the file is written', async () => {
    const { app, documentId, add, list } = await opened();
    await add('Un');
    const [backup] = await list();

    const looked = expectOk(await app.call('backups.open', { documentId, backupId: backup?.backupId ?? '' }));
    const refused = await app.call('project.run', {
      documentId: looked.documentId,
      commandId: 'command-01',
      baseRevision: looked.revision,
      command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { title: 'Non' } } },
    });
    const closed = await app.call('project.close', { documentId: looked.documentId, evenUnsaved: false });

    expect(looked).toMatchObject({
      readOnly: { why: 'backup', of: documentId, takenAt: backup?.takenAt },
      document: { accompaniment: { sessions: {} } },
    });
    expect(refused).toMatchObject({ failure: { code: 'file-read-only' } });
    expect([closed.ok, expectOk(await app.call('project.read', { documentId })).readOnly]).toEqual([true, null]);
  });

  it('A5 A6 keeps the gates that were passed since: a register is never turned back', async () => {
    const { app, base, add, list, documentId } = await opened();
    await add('Un');
    const view = expectOk(await app.call('project.read', { documentId }));
    const phaseId = firstId(view.document.accompaniment.phases);
    expectOk(
      await app.call('project.run', {
        ...(await base()),
        command: { name: 'gate.pass', args: { phaseId, on: '2026-04-14' as never, byId: null, reason: '' } },
      }),
    );
    const [backup] = await list();

    expectOk(await app.call('backups.restore', { ...(await base()), backupId: backup?.backupId ?? '' }));

    const { gates, phases, sessions } = expectOk(await app.call('project.read', { documentId })).document.accompaniment;
    expect([Object.keys(gates).length, phases[phaseId]?.status, Object.keys(sessions).length]).toEqual([1, 'done', 0]);
  });

  it('A5 refuses a name that is no backup’s, and one that is not there any more', async () => {
    const { app, documentId, base } = await opened();

    expect(await app.call('backups.open', { documentId, backupId: '..-..-etc-passwd' })).toMatchObject({
      failure: { code: 'token-unknown' },
    });
    expect(await app.call('backups.read', { documentId, backupId: '..-..-etc-passwd' })).toMatchObject({
      failure: { code: 'token-unknown' },
    });
    expect(
      await app.call('backups.restore', { ...(await base()), backupId: '2026-04-14T12-32-07.000Z~r0~opening~0123456789abcdef' }),
    ).toMatchObject({ failure: { code: 'file-not-found' } });
  });

  it('A5 A11 tells a damaged backup by its reason, and lists the others', async () => {
    const { app, documentId, add, list, contents } = await opened();
    await add('Un');
    app.wait(20);
    await add('Deux');
    const [newest] = await list();
    const [folder] = await backupFolders(app);
    await writeFile(
      join(app.data, 'backups', folder ?? '', `${newest?.backupId}.tierce`),
      serialiseProject({ header: HEADER, document }, null).subarray(0, 900),
    );

    expect((await contents()).map(({ state }) => state)).toEqual(['unreadable', 'readable']);
    expect(await app.call('backups.open', { documentId, backupId: newest?.backupId ?? '' })).toMatchObject({
      failure: { code: 'file-truncated' },
    });
  });
});
