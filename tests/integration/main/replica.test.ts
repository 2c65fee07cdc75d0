// The window's copy equals main's after any sequence of commands, refusals, undo, redo and lost replies; and its file round-trips.
import type { Bridge } from '@contract/channels.ts';
import type { Applied, OpenProject } from '@contract/project.ts';
import type { Command } from '@domain/commands/command.ts';
import { type Document, emptyDocument, everyRecord } from '@domain/document.ts';
import { expectOk, type Result } from '@domain/result.ts';
import { commandNames, editableTables } from '@domain/schema/commands.ts';
import { type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDispatch, type Handlers } from '../../../main/contract/dispatch.ts';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { OpenProjects } from '../../../main/project/open-projects.ts';
import { adopt, attempt, turn } from '../../../renderer/state/project.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { anyCommand, typedFields } from '../../support/arbitraries.ts';
import { countedIds, testContext } from '../../support/context.ts';
import { documentAfter, startedDocument } from '../../support/documents.ts';
import { projectOnDisk } from '../../support/projects.ts';

type Act = { readonly kind: 'run'; readonly seed: number } | { readonly kind: 'undo' | 'redo' };
/** What happens to a message: it arrives, it is lost on the way, or its reply is. */
type Fate = 'delivered' | 'lost' | 'reply-lost';
type Move = { readonly act: Act; readonly fate: Fate };

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('run' as const), seed: fc.nat() }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
    ),
    fate: fc.oneof(
      { weight: 6, arbitrary: fc.constant('delivered' as const) },
      { weight: 1, arbitrary: fc.constant('lost' as const) },
      { weight: 1, arbitrary: fc.constant('reply-lost' as const) },
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

const seen = { commands: new Map<string, number>(), tables: new Set<string>(), asked: 0, accepted: 0, lostReplies: 0 };

/** A table of grandchildren is reached only where its parents are. */
function withDisagreement(): Document {
  const context = testContext();
  return documentAfter(
    [{ name: 'record.create', args: { table: 'disagreements', fields: { title: 'Le nom de l’offre' } } }],
    startedDocument({}, context),
    context,
  );
}

/** Main as the window sees it, over a connection that loses messages as told. */
async function lossyMain(fate: () => Fate) {
  const project = await projectOnDisk(withDisagreement());
  const projects = new OpenProjects(
    project.services,
    () => undefined,
    () => undefined,
  );
  const opened = expectOk(await projects.open(project.path));
  const unused = () => Promise.reject(new Error('not in this test'));
  const handlers = {
    'project.read': ({ documentId }) => Promise.resolve({ ok: true, value: projects.view(documentId) }),
    'project.run': async ({ documentId, commandId, command }) =>
      projects.applied(documentId, await projects.session(documentId).run(commandId, command)),
    'project.undo': async ({ documentId, commandId }) => projects.applied(documentId, await projects.session(documentId).undo(commandId)),
    'project.redo': async ({ documentId, commandId }) => projects.applied(documentId, await projects.session(documentId).redo(commandId)),
  } satisfies Partial<Handlers>;
  const dispatch = createDispatch({
    handlers: new Proxy(handlers as unknown as Handlers, { get: (target, name) => Reflect.get(target, name) ?? unused }),
    admit: (message) => projects.admit(message),
    newId: countedIds(),
    onBug: (_id, _channel, error) => {
      throw error;
    },
  });
  const bridge: Bridge = {
    call: (async (channel: string, args: unknown) => {
      const now = channel === 'project.read' ? 'delivered' : fate();
      if (now === 'lost') throw new Error('lost');
      const reply = await dispatch(channel, structuredClone(args));
      if (now === 'reply-lost') {
        seen.lostReplies += 1;
        throw new Error('reply lost');
      }
      return structuredClone(reply);
    }) as Bridge['call'],
    on: () => () => undefined,
  };
  return { project, projects, opened, bridge };
}

function note(command: Command, reply: Result<Applied>): void {
  seen.asked += 1;
  seen.commands.set(command.name, (seen.commands.get(command.name) ?? 0) + 1);
  if (!reply.ok) return;
  seen.accepted += 1;
  for (const change of reply.value.changes) seen.tables.add(change.table);
}

function freeTables(): readonly TableName[] {
  return editableTables('free').filter((table) => tablesOfKind('accompaniment').includes(table));
}

function held(): Document {
  const view = windowStore.get().project?.document ?? emptyDocument('accompaniment');
  return { ...view, vault: emptyDocument('accompaniment').vault };
}

/** Chance may meet a table in no sequence: here each is met, always by the same records. */
async function createIn(table: TableName): Promise<void> {
  for (const fields of fc.sample(typedFields(table, held(), true), { seed: 1, numRuns: 50 })) {
    const command: Command = { name: 'record.create', args: { table, fields } };
    const reply = await attempt(command);
    note(command, reply);
    if (reply.ok) return;
  }
}

async function perform(act: Act): Promise<void> {
  if (act.kind !== 'run') {
    await turn(act.kind === 'undo' ? 'project.undo' : 'project.redo');
    return;
  }
  const [command] = fc.sample(anyCommand(held()), { seed: act.seed, numRuns: 1 });
  if (command !== undefined) note(command, await attempt(command));
}

async function expectSame({ project, projects, opened }: Awaited<ReturnType<typeof lossyMain>>): Promise<void> {
  const main = projects.view(opened.documentId);
  const window = windowStore.get().project as Pick<OpenProject, 'revision' | 'document'>;
  expect(window.document).toEqual(main.document);
  expect(window.revision).toBe(main.revision);
  await projects.session(opened.documentId).save();
  const bytes = await readFile(project.path);
  const parsed = expectOk(await parseProject(bytes, { name: 'x' }));
  expect(parsed.document).toEqual(projects.session(opened.documentId).document);
  expect(serialiseProject(parsed, null).equals(bytes)).toBe(true);
  await projects.closeAll(true);
  vi.unstubAllGlobals();
}

it('A6 J2 a record of each table is the same in both copies and in the file', async () => {
  const main = await lossyMain(() => 'delivered');
  vi.stubGlobal('window', { tierce: main.bridge });
  adopt(main.opened);
  for (const table of freeTables()) await createIn(table);

  await expectSame(main);
});

it('A6 J2 both copies are equal after any sequence with refusals and lost replies, and the file gives the same document and bytes', async () => {
  let fate: Fate = 'delivered';
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      const main = await lossyMain(() => fate);
      vi.stubGlobal('window', { tierce: main.bridge });
      adopt(main.opened);
      for (const move of list) {
        fate = move.fate;
        await perform(move.act);
      }
      fate = 'delivered';
      await attempt({ name: 'record.create', args: { table: 'organisations', fields: { name: 'Une dernière' } } });
      await expectSame(main);
    }),
    { numRuns: 120 },
  );
}, 120_000);

it('A1 a file holding a record of every table opens to the same document and saves to the same bytes', async () => {
  const read = expectOk(await readProjectFile(realFileSystem, 'resources/examples/offre-commune.tierce'));

  expect(new Set(everyRecord(read.document).map(({ table }) => table))).toEqual(new Set(tablesOfKind('accompaniment')));
  expect(serialiseProject(read, null).equals(await readFile('resources/examples/offre-commune.tierce'))).toBe(true);
});

beforeAll(() => bringTexts('fr'));
afterAll(() => {
  expect([...seen.commands.keys()].toSorted()).toEqual([...commandNames()].toSorted());
  expect(freeTables().filter((table) => !seen.tables.has(table))).toEqual([]);
  expect(seen.accepted / seen.asked).toBeGreaterThan(0.2);
  expect(seen.lostReplies).toBeGreaterThan(50);
});
