// A2 L9: the file is written in a queue of its own. No command waits for a slow stick; the content is that of when the write began.
import type { Command } from '@domain/commands/command.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { projectOnDisk } from '../../support/projects.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
let count = 0;
const step = async (session: ProjectSession, title: string) => expectOk(await session.run(`command-${(count += 1)}`, retitle(title)));
const titleIn = async (path: string) =>
  expectOk(await readProjectFile(realFileSystem, path)).document.accompaniment.sessions[sessionId]?.title;

/** A project on a USB stick that renames nothing until it is allowed to. */
async function onSlowStick() {
  const gate: { open: () => void; reached: Promise<void> } = { open: () => undefined, reached: Promise.resolve() };
  const held = { isSlow: false };
  let reach: () => void = () => undefined;
  gate.reached = new Promise((resolve) => {
    reach = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const files: FileSystem = {
    ...realFileSystem,
    rename: async (from, to) => {
      if (held.isSlow && String(to).endsWith('mission.tierce')) {
        reach();
        await opened;
      }
      await realFileSystem.rename(from, to);
    },
  };
  return { project: await projectOnDisk(document, files), gate, held };
}

describe('on a slow medium', () => {
  it('A2 L9 a step is safe in the journal while the file is being written, and comes into it with the next writing', async () => {
    const { project, gate, held } = await onSlowStick();
    const { session } = await project.open();
    await step(session, 'Un');
    held.isSlow = true;
    const saving = session.save();
    await gate.reached;

    await step(session, 'Deux');
    const meanwhile = session.saveState;
    gate.open();
    const first = await saving;
    const inFile = await titleIn(project.path);
    const second = await session.save();

    expect(meanwhile).toMatchObject({ where: 'journal', isSafeHere: true });
    expect([first.where, inFile]).toEqual(['journal', 'Un']);
    expect([second.where, await titleIn(project.path)]).toEqual(['file', 'Deux']);
  });

  it('A2 a crash after such a writing brings back what came while it went on', async () => {
    const { project, gate, held } = await onSlowStick();
    const { session } = await project.open();
    await step(session, 'Un');
    held.isSlow = true;
    const saving = session.save();
    await gate.reached;
    await step(session, 'Deux');
    gate.open();
    await saving;

    const again = await project.open();

    expect([again.recovered, again.setAside, again.session.document.accompaniment.sessions[sessionId]?.title]).toEqual([1, 0, 'Deux']);
  });

  it('A2 closing waits for the writing that goes on, and writes what came meanwhile', async () => {
    const { project, gate, held } = await onSlowStick();
    const { session } = await project.open();
    await step(session, 'Un');
    held.isSlow = true;
    const saving = session.save();
    await gate.reached;
    const late = step(session, 'Deux');
    const closing = session.close(false);
    gate.open();
    await Promise.all([saving, late]);

    expect((await closing).ok).toBe(true);
    expect(await titleIn(project.path)).toBe('Deux');
  });
});
