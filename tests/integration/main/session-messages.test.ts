// A2 L3: how a session answers messages that come twice, at once, or too late.
import type { Command } from '@domain/commands/command.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../main/project/open-session.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
describe('messages', () => {
  it('A6 admits a command that is asked again while it is still being flushed', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();

    const first = session.run('same', retitle('Un'));
    const admitted = session.admits('same', 0);
    const second = session.run('same', retitle('Un'));

    expect(admitted).toBe(true);
    expect(await second).toEqual(await first);
    expect(session.revision).toBe(1);
  });

  it('A6 answers a command asked twice with the reply of the first time', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();

    const first = await session.run('same', retitle('Un'));
    const second = await session.run('same', retitle('Un'));

    expect(second).toEqual(first);
    expect(session.revision).toBe(1);
    expect([session.admits('same', 0), session.admits('other', 0), session.admits('other', 1)]).toEqual([true, false, true]);
  });

  it('A8 runs what is asked at once one after the other', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();

    await Promise.all(Array.from({ length: 20 }, (_, index) => session.run(`c-${index}`, retitle(`Titre ${index}`))));

    expect([session.revision, session.document.accompaniment.sessions[sessionId]?.title]).toEqual([20, 'Titre 19']);
    expect(expectOk(await openSession({ ...project.services, running: processNamed() }, project.path, () => undefined)).recovered).toBe(20);
  });
});
