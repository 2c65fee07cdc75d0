// E1: words put into every private text are searched for in all that leaves main. A new way out must be classified here, or this fails.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANNEL_NAMES, type Channel } from '@contract/channels.ts';
import { EVENT_NAMES } from '@contract/events.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { expectOk } from '@domain/result.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../../main/cli/arguments.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readingHere } from '../../../main/library/read-entry.ts';
import { hereRenderer, testApplication } from '../../support/application.ts';
import { CHANNELS, EVENTS, LEAVING } from '../../support/canary-roads.ts';
import { DESK_WORDS, VAULT_WORDS, wordsIn } from '../../support/canary-words.ts';
import { countedIds, TODAY } from '../../support/context.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';
import {
  DATE,
  file,
  fillFile,
  CONFLICT_ID,
  ofRevision,
  openWorld,
  secret,
  sessionId,
  SPOKEN,
  unlock,
  type World,
} from '../../support/canary-world.ts';
import { leaving, TO_ALL } from '../../support/giving.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

beforeAll(fillFile);

const DOCUMENTS: { readonly [K in DocumentKind]: DocumentRequest } = {
  session: { kind: 'session', sessionId },
  decisions: { kind: 'decisions', sessionId },
  days: { kind: 'days', from: null, to: null },
  workbook: { kind: 'workbook', from: null, to: null },
};

const CLI: Readonly<
  Record<
    (typeof COMMANDS)[number],
    (world: { readonly file: string; readonly folder: string; readonly out: string }) => readonly (readonly string[])[]
  >
> = {
  check: (world) => [['check', world.file]],
  ledger: (world) => [['ledger', world.file]],
  portfolio: (world) => [['portfolio', world.folder]],
  report: (world) => DOCUMENT_KINDS.map((kind) => ['report', kind, world.file, '--out', world.out]),
};

const said = (answer: unknown): string => JSON.stringify(answer) ?? '';

/** Every file under a folder with its name, except those listed. */
async function filesUnder(
  folder: string,
  without: readonly string[] = [],
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !without.includes(entry.name),
  );
  return Promise.all(
    entries.map(async ({ parentPath, name }) => ({ name: join(parentPath, name), bytes: await readFile(join(parentPath, name)) })),
  );
}

/** Nothing private in what the application has logged, sent by itself, or left on disk. */
async function expectSilentWorld({ app }: World): Promise<void> {
  expect(wordsIn(said(app.logged), [...file.vaultWords, ...DESK_WORDS]), 'log').toEqual([]);
  for (const [event, data] of app.sent)
    expect(wordsIn(said(data), EVENTS[event] === 'desk' ? file.vaultWords : [...file.vaultWords, ...DESK_WORDS]), event).toEqual([]);
  for (const { name, bytes } of await filesUnder(app.folder)) {
    expect(wordsIn(bytes, file.vaultWords), name).toEqual([]);
    expect(wordsIn(name, [...file.vaultWords, ...DESK_WORDS]), name).toEqual([]);
  }
}

describe('the canary itself', () => {
  it('E1 finds its words in every form in which they could come out', () => {
    for (const form of ['utf8', 'utf16le'] as const)
      expect(wordsIn(Buffer.from(`avant ${VAULT_WORDS.note} après`, form), SPOKEN)).toEqual([VAULT_WORDS.note]);
    for (const before of ['', 'a', 'ab'])
      expect(wordsIn(Buffer.from(`${before}${VAULT_WORDS.note}`).toString('base64'), SPOKEN)).toEqual([VAULT_WORDS.note]);
    expect(wordsIn(Buffer.from(VAULT_WORDS.note).toString('hex'), SPOKEN)).toEqual([VAULT_WORDS.note]);
  });

  it('E1 has put its words where they belong: desk words in the file, vault words sealed', () => {
    expect(DESK_WORDS.length).toBeGreaterThan(1);
    expect(wordsIn(file.bytes, DESK_WORDS)).toEqual(DESK_WORDS);
    expect(wordsIn(file.bytes, file.vaultWords)).toEqual([]);
  });

  it('E1 knows every road: channels, events, documents, commands', () => {
    expect(Object.keys(CHANNELS).toSorted()).toEqual([...CHANNEL_NAMES].toSorted());
    expect(Object.keys(EVENTS).toSorted()).toEqual([...EVENT_NAMES].toSorted());
    expect(Object.keys(DOCUMENTS).toSorted()).toEqual([...DOCUMENT_KINDS].toSorted());
    expect(Object.keys(CLI).toSorted()).toEqual([...COMMANDS].toSorted());
  });
});

describe('the contract', () => {
  it.each(CHANNEL_NAMES)('E1 lets no private word out by %s, locked or open, nor by its errors', async (channel) => {
    const world = await openWorld();
    const { says, args } = CHANNELS[channel];
    const unsaid = says === 'desk' ? file.vaultWords : [...file.vaultWords, ...DESK_WORDS];
    const ask = async (message: unknown) => {
      world.app.answers.push(join(world.app.folder, 'sortie.pdf'));
      return said(await world.app.application.dispatch(channel, message));
    };
    const message = await args(world);
    expect(
      wordsIn(await ask({ ...message, text: VAULT_WORDS.note, passphrase: 7, secret: VAULT_WORDS.passphrase }), unsaid),
      'malformed',
    ).toEqual([]);
    if (!LEAVING.includes(channel)) expect(wordsIn(await ask(message), unsaid), 'locked').toEqual([]);

    await unlock(world);
    const answer = await ask({ ...(await args(world)), ...('commandId' in message ? { commandId: 'command-02' } : {}) });

    if (says === 'vault') expect(wordsIn(answer, SPOKEN), 'open').toEqual(SPOKEN);
    expect(wordsIn(answer, says === 'vault' ? [VAULT_WORDS.passphrase, ...DESK_WORDS] : unsaid), 'open').toEqual([]);
    await expectSilentWorld(world);
  });
});

describe('presentation mode', () => {
  /** Ends the mode, and then says what it may say; refused while it is on. */
  const ENDING: Channel = 'presentation.leave';

  it.each(CHANNEL_NAMES)('E7 lets no word of the desk or the notebook out by %s, nor by its errors, whatever was open', async (channel) => {
    const world = await openWorld();
    await unlock(world);
    const { app } = world;
    const message = { ...(await CHANNELS[channel].args(world)), ...(channel === ENDING ? { secret: null } : {}) };
    expectOk(await app.call('presentation.enter', { unnoted: null }));
    const sentBefore = app.sent.length;
    const silent = [...file.vaultWords, ...DESK_WORDS];
    const ask = async (args: unknown) => {
      app.answers.push(join(app.folder, 'sortie.pdf'));
      return said(await app.application.dispatch(channel, args));
    };

    const malformed = await ask({ ...message, text: VAULT_WORDS.note, secret: VAULT_WORDS.passphrase });
    const sealing = await ask(message);
    expectOk(await app.call('presentation.sealed', {}));
    const afterwards = await ask({ ...message, ...('commandId' in message ? { commandId: 'command-03' } : {}) });

    for (const answer of [malformed, sealing, afterwards]) expect(wordsIn(answer, silent)).toEqual([]);
    if (channel.startsWith('vault.')) expect(afterwards).toContain('presenting');
    expect(wordsIn(said(app.sent.slice(sentBefore)), silent)).toEqual([]);
  });
});

describe('documents', () => {
  it.each(DOCUMENT_KINDS)('E1 puts no private word into %s, even with the notebook open', async (kind) => {
    const world = await openWorld();
    await unlock(world);
    for (const locale of LOCALES) {
      const path = join(world.app.folder, `sortie-${locale}${endingOf(kind)}`);
      world.app.answers.push(path);
      expectOk(
        await world.app.call(
          'document.save',
          await leaving(world.app, { documentId: world.documentId, request: DOCUMENTS[kind], locale }, TO_ALL),
        ),
      );
      const bytes = await readFile(path);
      const text = await textOfDocument(path, bytes);

      expect(text.length).toBeGreaterThan(100);
      expect(wordsIn(bytes, [...file.vaultWords, ...DESK_WORDS])).toEqual([]);
      expect(wordsIn(text, [...file.vaultWords, ...DESK_WORDS])).toEqual([]);
    }
    await expectSilentWorld(world);
  });
});

describe('exports and copies', () => {
  it.each(['json', 'csv', 'copy'] as const)('E1 puts no private word into %s, even with the notebook open', async (form) => {
    const world = await openWorld();
    await unlock(world);
    const folder = await temporaryFolder();
    world.app.answers.push(form === 'csv' ? folder : join(folder, `sortie.${form}`));
    const message = await leaving(world.app, { documentId: world.documentId }, TO_ALL);
    expectOk(form === 'copy' ? await world.app.call('copy.save', message) : await world.app.call('export.save', { ...message, form }));
    const files = await filesUnder(folder);

    expect(files.length).toBeGreaterThan(0);
    for (const { name, bytes } of files) expect(wordsIn(bytes, [...file.vaultWords, ...DESK_WORDS]), name).toEqual([]);
  });
});

describe('the command line', () => {
  it.each(COMMANDS)('E1 says no private word by %s, in words, in JSON, or in what it writes', async (command) => {
    const folder = await temporaryFolder();
    const out = join(folder, 'sorties');
    const place = { file: join(folder, 'mission.tierce'), folder, out };
    await writeFile(place.file, file.bytes);
    const heard: string[] = [];
    const print = (text: string): void => void heard.push(text);
    const world = {
      files: realFileSystem,
      renderer: hereRenderer,
      entryReader: readingHere(realFileSystem),
      today: TODAY,
      locale: 'fr' as const,
      newId: countedIds(),
      print,
      printError: print,
      askPassphrase: () => Promise.resolve(VAULT_WORDS.passphrase),
    };

    for (const words of CLI[command](place))
      for (const options of [[], ['--json'], ['--json', '--passphrase-stdin']]) await runCli([...words, ...options], world);

    expect(heard.join('\n').length).toBeGreaterThan(40);
    expect(wordsIn(heard.join('\n'), [...file.vaultWords, ...DESK_WORDS])).toEqual([]);
    for (const { name, bytes } of await filesUnder(folder, ['mission.tierce']))
      expect(wordsIn(await textOfDocument(name, bytes), [...file.vaultWords, ...DESK_WORDS]), name).toEqual([]);
  });
});

describe('the disk', () => {
  it('E1 holds no vault word after notes were written, edited, taken back and lost in a crash, under any name', async () => {
    const world = await openWorld();
    const { app, documentId } = world;
    const write = async (id: string | null, text: string, commandId: string) =>
      expectOk(
        await app.call('vault.write', {
          ...(await ofRevision(world)),
          commandId,
          record: { table: 'privateNotes', id, date: DATE, ...NO_LINKS, sessionId, text },
        }),
      );
    await write(null, VAULT_WORDS.line, 'write-01');
    await unlock(world);
    const { recordId: noteId } = await write(null, VAULT_WORDS.note, 'write-02');
    await write(noteId, `${VAULT_WORDS.note} bis`, 'write-03');
    const tension = { table: 'privateConflicts', id: null, name: VAULT_WORDS.conflict, openedOn: DATE, settledOn: null } as const;
    const { recordId: id } = expectOk(
      await app.call('vault.write', { ...(await ofRevision(world)), commandId: 'write-04', record: tension }),
    );
    const record = { ...tension, id, settledOn: DATE };
    expectOk(await app.call('vault.write', { ...(await ofRevision(world)), commandId: 'write-05', record }));
    expectOk(
      await app.call('vault.remove', {
        ...(await ofRevision(world)),
        commandId: 'remove-01',
        record: { table: 'privateConflicts', id: CONFLICT_ID },
      }),
    );
    expectOk(await app.call('project.undo', { ...(await ofRevision(world)), commandId: 'undo-0001' }));
    expectOk(
      await app.call('vault.change', {
        ...(await ofRevision(world)),
        commandId: 'change-01',
        secret,
        passphrase: VAULT_WORDS.passphrase.toUpperCase(),
      }),
    );
    await expectSilentWorld(world);

    const copy = await temporaryFolder();
    await cp(app.folder, copy, { recursive: true });
    const after = await testApplication({ folder: copy });
    after.answers.push(join(copy, 'Documents', 'Tierce', 'mission.tierce'));
    const again = expectOk(await after.call('project.choose', {}));
    expect(wordsIn(said(again), file.vaultWords)).toEqual([]);
    await expectSilentWorld({ ...world, app: after, documentId: again.documentId });
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    await expectSilentWorld(world);
  });
});
