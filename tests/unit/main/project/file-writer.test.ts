// A2 A3 A10: writing the file of an open project, with the content as it is when the write begins.
import { NO_HISTORY } from '@domain/history/history.ts';
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { NO_CONTENTS } from '../../../../main/files/attached-contents.ts';
import type { Project } from '../../../../main/files/envelope.ts';
import { ProjectAdapter } from '../../../../main/files/project-adapter.ts';
import { readProjectFile } from '../../../../main/files/read-project-file.ts';
import { FileWriter, type FileWriterOptions } from '../../../../main/project/file-writer.ts';
import { countedIds } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { HEADER } from '../../../support/projects.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/mission.tierce';
const document = startedDocument();
const at = (revision: number): Project => ({ header: { ...HEADER, revision }, document, history: NO_HISTORY, contents: NO_CONTENTS });

function writing(but: Partial<FileWriterOptions> = {}) {
  const world = troubledMemory();
  const clock = new VirtualClock(() => 0);
  const tried: (string | null)[] = [];
  const adapter = new ProjectAdapter(world.files, {
    path: PATH,
    newId: countedIds('writer'),
    sealer: null,
    standing: null,
    beforeReplacing: async () => ok(null),
    lost: async () => null,
    announce: async () => undefined,
    confirm: async () => undefined,
    follow: async () => null,
  });
  const writer: FileWriter = new FileWriter({
    adapter,
    project: at(0),
    isSaved: true,
    isReadOnly: false,
    later: clock.later,
    onTried: async () => void tried.push(writer.failure?.code ?? null),
    ...but,
  });
  const revision = async () => expectOk(await readProjectFile(world.well, PATH)).header.revision;
  const breaks = () => void (world.trouble.before = (call) => (call === 'rename' ? Promise.reject(errno('EIO')) : undefined));
  const heals = () => void (world.trouble.before = () => undefined);
  const exists = () =>
    world.well.stat(PATH).then(
      () => true,
      () => false,
    );
  return { ...world, clock, tried, writer, revision, breaks, heals, exists };
}

describe('the file', () => {
  it('A2 is written when it does not hold what stands now, and only then', async () => {
    const { writer, tried, exists, revision } = writing();
    await writer.write();
    const untouched = await exists();
    writer.replace(at(1));
    const before = writer.savedRevision;
    await writer.write();
    await writer.write();

    expect([untouched, before, writer.savedRevision, await revision(), tried, writer.path, writer.project.header.revision]).toEqual([
      false,
      0,
      1,
      1,
      [null],
      PATH,
      1,
    ]);
  });

  it('A2 is written by itself when it is new, before long', async () => {
    const { writer, clock, revision } = writing({ isSaved: false });
    const before = writer.savedRevision;
    await clock.advance(1_200);
    await writer.write();

    expect([before, writer.savedRevision, await revision()]).toEqual([-1, 0, 0]);
  });

  it('A2 is not written by itself when it was just read', async () => {
    const { clock, exists } = writing();
    await clock.advance(60_000);

    expect(await exists()).toBe(false);
  });

  it('A2 is written once for all that changed before its turn came, and again for what comes while it is written', async () => {
    const { writer, clock, tried, trouble, revision } = writing();
    trouble.before = (call) => (call === 'rename' && writer.project.header.revision === 1 ? writer.replace(at(2)) : undefined);
    writer.replace(at(1));
    writer.changed();
    await clock.advance(1_200);
    const first = [writer.savedRevision, await revision()];
    writer.changed();
    await clock.advance(1_200);

    expect([first, writer.savedRevision, await revision(), tried]).toEqual([[1, 1], 2, 2, [null, null]]);
  });

  it('A10 says why it could not be written, tries again five seconds later, and says when that is over', async () => {
    const { writer, clock, tried, breaks, heals, revision } = writing();
    breaks();
    writer.replace(at(1));
    await writer.write();
    const failing = [writer.failure?.code, writer.savedRevision];
    heals();
    await clock.advance(4_999);
    const before = tried.length;
    await clock.advance(1);
    await clock.advance(0);

    expect([failing, before, writer.failure, writer.savedRevision, await revision(), tried]).toEqual([
      ['disk-failure', 0],
      1,
      null,
      1,
      1,
      ['disk-failure', null],
    ]);
  });

  it('A10 lets a bug through as a bug', async () => {
    const { writer, trouble, tried } = writing();
    trouble.before = (call) => (call === 'rename' ? Promise.reject(new Error('a bug')) : undefined);
    writer.replace(at(1));

    await expect(writer.write()).rejects.toThrow('a bug');
    expect([writer.failure, tried]).toEqual([null, []]);
  });

  it('A2 holds still while something is done alone, which may write in its own turn', async () => {
    const { writer, tried, revision } = writing();
    writer.replace(at(1));
    let isDone = false;
    const alone = writer.alone(async (write) => {
      const before = tried.length;
      await write();
      isDone = true;
      return before;
    });
    const other = writer.write().then(() => isDone);

    expect([await alone, await other, await revision(), tried]).toEqual([0, true, 1, [null]]);
  });

  it('A8 is never written once it was let go, nor where nothing may be', async () => {
    const [stopped, reading] = [writing(), writing({ isReadOnly: true })];
    stopped.writer.replace(at(1));
    stopped.writer.changed();
    await stopped.writer.stop();
    reading.writer.replace(at(1));
    for (const { writer, clock } of [stopped, reading]) {
      writer.changed();
      await clock.advance(60_000);
      await writer.write();
    }

    expect([await stopped.exists(), await reading.exists(), stopped.tried, reading.tried]).toEqual([false, false, [], []]);
  });

  it('A8 is let go once what is under way is done', async () => {
    const { writer, revision } = writing();
    writer.replace(at(1));
    const under = writer.write();
    await writer.stop();

    expect([await revision(), writer.savedRevision]).toEqual([1, 1]);
    await under;
  });
});
