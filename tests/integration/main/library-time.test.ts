// Time added from Home: into the file itself, under the guards, by the same road as in an open accompaniment.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewTime } from '@contract/library.ts';
import { expectOk } from '@domain/result.ts';
import { minutes } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { testApplication, type TestApplication } from '../../support/application.ts';
import { TODAY } from '../../support/context.ts';
import { DRAFT, firstId, kindId, startedDocument } from '../../support/documents.ts';
import { HEADER } from '../../support/projects.ts';

type Overrun = 'warn' | 'justify' | 'refuse';
type World = {
  readonly app: TestApplication;
  readonly path: string;
  readonly entryId: string;
  readonly time: (length: number, justification?: string) => NewTime;
};

async function worldWith(overrun: Overrun = 'warn', grantedMinutes = 2520): Promise<World> {
  const app = await testApplication();
  const document = startedDocument(
    DRAFT.envelope === null ? {} : { envelope: { ...DRAFT.envelope, overrun, grantedMinutes: minutes(grantedMinutes) } },
  );
  const path = join(app.documents, 'Tierce', 'mission.tierce');
  await mkdir(join(app.documents, 'Tierce'), { recursive: true });
  await writeFile(path, serialiseProject({ header: HEADER, document }, null));
  const entryId = expectOk(await app.call('library.list', {})).entries[0]?.entryId ?? '';
  const time = (length: number, justification = ''): NewTime => ({
    date: TODAY,
    minutes: minutes(length),
    kindId: kindId(document, 'face'),
    status: 'done',
    envelopeId: firstId(document.accompaniment.envelopes),
    phaseId: null,
    sessionId: null,
    note: 'Au téléphone',
    justification,
  });
  return { app, path, entryId, time };
}

const remainingOf = async ({ app }: World): Promise<number | undefined> => {
  const [entry] = expectOk(await app.call('library.list', {})).entries;
  return entry?.state === 'readable' ? entry.summary.days?.remaining : undefined;
};

it('I11 adds the time to the file at once, and Home counts it by the one ledger', async () => {
  const world = await worldWith();
  const { app, entryId, path, time } = world;

  expect(expectOk(await app.call('library.addTime', { entryId, commandId: 'command-01', time: time(210) }))).toEqual({
    isInFile: true,
    recovery: { recovered: 0, setAside: 0 },
  });

  const { document, header } = expectOk(await readProjectFile(realFileSystem, path));
  expect(Object.values(document.accompaniment.timeEntries).map(({ note, minutes: length }) => [note, length])).toEqual([
    ['Au téléphone', 210],
  ]);
  expect(header.savedBy).toBe('');
  expect(await remainingOf(world)).toBe(5.5);
});

it('I11 gives the form what it needs: kinds, phases, envelopes, the entries behind what remains, sessions without their texts, and nothing else', async () => {
  const { app, entryId } = await worldWith();

  const choices = expectOk(await app.call('library.timeChoices', { entryId }));

  expect(Object.keys(choices)).toEqual(['kinds', 'phases', 'envelopes', 'amendments', 'allocations', 'timeEntries', 'sessions']);
  expect(Object.values(choices.envelopes)).toHaveLength(1);
  expect(Object.values(choices.sessions)).toMatchObject([{ title: 'Enjeux de chaque structure', purpose: '', account: '' }]);
});

it('I11 keeps the rule of the contract: an overrun is refused, or taken with a justification', async () => {
  const refusing = await worldWith('refuse', 210);
  const justifying = await worldWith('justify', 210);
  const before = await readFile(refusing.path);
  const add = ({ app, entryId }: World, time: NewTime) => app.call('library.addTime', { entryId, commandId: 'command-01', time });

  expect(await add(refusing, refusing.time(240, 'Urgent'))).toMatchObject({
    ok: false,
    failure: { code: 'overrun-refused', missingMinutes: 30 },
  });
  expect(await readFile(refusing.path)).toEqual(before);
  expect(await add(justifying, justifying.time(240))).toMatchObject({ ok: false, failure: { code: 'overrun-unjustified' } });
  expectOk(await add(justifying, justifying.time(240, 'Une médiation en plus')));
  expect(await remainingOf(justifying)).toBeCloseTo(-30 / 420);
});

it('I11 acts once for a message asked twice, and in turn for many', async () => {
  const world = await worldWith();
  const { app, entryId, time } = world;
  const add = (commandId: string) => app.call('library.addTime', { entryId, commandId, time: time(42) });

  const replies = await Promise.all([add('command-01'), add('command-01'), add('command-02'), add('command-03')]);

  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(await remainingOf(world)).toBeCloseTo(5.7);
});

it('I11 adds to the accompaniment that is open too, where it can be undone', async () => {
  const { app, entryId, time } = await worldWith();
  const { documentId, revision } = expectOk(await app.call('project.open', { entryId }));

  const added = expectOk(await app.call('library.addTime', { entryId, commandId: 'command-01', time: time(60) }));

  expect(added).toEqual({ isInFile: true, recovery: { recovered: 0, setAside: 0 } });
  const view = expectOk(await app.call('project.read', { documentId }));
  expect([view.revision, view.undo.undo?.table, Object.keys(view.document.accompaniment.timeEntries).length]).toEqual([
    revision + 1,
    'timeEntries',
    1,
  ]);
});

it('I11 says why a file cannot take the time, and leaves it as it was', async () => {
  const { app, path, entryId, time } = await worldWith();
  await writeFile(path, '{"format": "tierce"');

  const reply = await app.call('library.addTime', { entryId, commandId: 'command-01', time: time(60) });

  expect(reply).toMatchObject({ ok: false });
  expect(await readFile(path, 'utf8')).toBe('{"format": "tierce"');
  expect(await app.call('library.timeChoices', { entryId: 'entry-unknown' })).toEqual({ ok: false, failure: { code: 'token-unknown' } });
});
