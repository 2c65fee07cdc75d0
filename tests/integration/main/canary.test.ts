// E1: words put into every private text are searched for in all that leaves main. A new way out must be classified here, or this fails.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Args, CHANNEL_NAMES, type Channel } from '@contract/channels.ts';
import { EVENT_NAMES, type EventName } from '@contract/events.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { expectOk } from '@domain/result.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { minutes } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../../main/cli/arguments.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readingHere } from '../../../main/library/read-entry.ts';
import { hereRenderer, testApplication } from '../../support/application.ts';
import { DESK_WORDS, VAULT_WORDS, wordsIn } from '../../support/canary-words.ts';
import { countedIds, TODAY } from '../../support/context.ts';
import { DRAFT, kindId } from '../../support/documents.ts';
import { TINY_PICTURE } from '../../support/pictures.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';
import {
  attemptAt,
  backupOf,
  DATE,
  document,
  file,
  fillFile,
  NOTE_ID,
  nothing,
  ofDocument,
  ofRevision,
  openWorld,
  secret,
  sessionId,
  SPOKEN,
  unlock,
  type World,
  CONFLICT_ID,
} from '../../support/canary-world.ts';
import { profileOf } from '../../support/profiles.ts';
import { leaving, TO_ALL } from '../../support/giving.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

beforeAll(fillFile);

/** no: neither class; desk: the window's own working data, never the vault; vault: what an unlocked notebook shows. */
type MaySay = 'no' | 'desk' | 'vault';
type ChannelRoad<C extends Channel> = { readonly says: MaySay; readonly args: (world: World) => Promise<Args<C>> };

const CHANNELS: { readonly [C in Channel]: ChannelRoad<C> } = {
  'app.start': { says: 'desk', args: nothing },
  'app.settled': { says: 'no', args: () => Promise.resolve({ unsent: 0 }) },
  'app.quit': { says: 'no', args: nothing },
  'settings.save': {
    says: 'no',
    args: () => Promise.resolve({ settings: { locale: 'fr', theme: 'dark', hidesFirstSteps: false, locksAfter: 10 } }),
  },
  'profile.save': {
    says: 'no',
    args: () =>
      Promise.resolve({
        profile: profileOf('Sonia Nadir'),
      }),
  },
  'library.list': { says: 'no', args: nothing },
  'library.choose': { says: 'no', args: nothing },
  'library.timeChoices': { says: 'no', args: ({ entryId }) => Promise.resolve({ entryId }) },
  'library.addTime': {
    says: 'no',
    args: ({ entryId }) =>
      Promise.resolve({
        entryId,
        commandId: 'command-01',
        time: {
          date: DATE,
          minutes: minutes(60),
          kindId: kindId(document, 'face'),
          status: 'done',
          envelopeId: null,
          phaseId: null,
          sessionId: null,
          note: '',
          justification: '',
        },
      }),
  },
  'project.create': { says: 'no', args: () => Promise.resolve({ draft: DRAFT }) },
  'project.open': { says: 'desk', args: ({ entryId }) => Promise.resolve({ entryId }) },
  'project.choose': { says: 'desk', args: nothing },
  'project.example': { says: 'no', args: nothing },
  'project.read': { says: 'desk', args: ofDocument },
  'project.run': {
    says: 'no',
    args: async (world) => ({
      ...(await ofRevision(world)),
      command: { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Meaux' } } },
    }),
  },
  'project.undo': { says: 'no', args: ofRevision },
  'project.redo': { says: 'no', args: ofRevision },
  'project.save': { says: 'no', args: ofDocument },
  'project.close': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, evenUnsaved: false }) },
  'project.allowChanges': { says: 'desk', args: ofDocument },
  'project.saveElsewhere': { says: 'desk', args: ofDocument },
  'backups.list': { says: 'no', args: ofDocument },
  'backups.read': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.save': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.dismiss': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.open': { says: 'desk', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.restore': { says: 'desk', args: async (world) => ({ backupId: await backupOf(world), ...(await ofRevision(world)) }) },
  'conflict.read': { says: 'no', args: ofDocument },
  'conflict.answer': { says: 'desk', args: ({ documentId }) => Promise.resolve({ documentId, answer: 'theirs' }) },
  'gone.list': { says: 'no', args: nothing },
  'gone.forget': { says: 'no', args: () => Promise.resolve({ goneId: 'token-0001' }) },
  'gone.open': { says: 'no', args: () => Promise.resolve({ goneId: 'token-0001' }) },
  'attempt.read': { says: 'no', args: nothing },
  'attempt.open': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), how: 'again' }) },
  'attempt.unlock': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), secret }) },
  'attempt.accept': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), secret: null }) },
  'attempt.recover': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), backupId: null, secret: null }) },
  'document.save': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), request: { kind: 'session', sessionId }, locale: 'fr', giving: TO_ALL }),
  },
  'document.preview': {
    says: 'no',
    args: ({ documentId }) =>
      Promise.resolve({ documentId, request: { kind: 'session', sessionId }, locale: 'fr', readers: 'accompanist' }),
  },
  'document.open': { says: 'no', args: () => Promise.resolve({ documentToken: 'token-0001' }) },
  'attachments.read': { says: 'no', args: ofDocument },
  'attachments.choose': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), sessionId: null, isBeyond: false }) },
  'attachments.add': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), sessionId: null, isBeyond: false, name: 'charte.txt', data: 'Q2hhcnRl' }),
  },
  'attachments.open': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, attachmentId: 'attachment-1' }) },
  'attachments.save': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), attachmentId: 'attachment-1', giving: TO_ALL }),
  },
  'logo.choose': { says: 'no', args: nothing },
  'logo.add': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), of: 'funder', name: 'DLA 77', picture: TINY_PICTURE }),
  },
  'export.save': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), form: 'json', giving: TO_ALL }) },
  'copy.save': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), giving: TO_ALL }) },
  'register.read': { says: 'no', args: ofDocument },
  'register.open': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, givenId: 'given-0001' }) },
  'register.save': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, givenId: 'given-0001' }) },
  'register.changes': {
    says: 'no',
    args: ({ documentId }) =>
      Promise.resolve({ documentId, givenId: 'given-0001', request: { kind: 'session', sessionId }, locale: 'fr', readers: 'accompanist' }),
  },
  'traces.read': { says: 'no', args: ofDocument },
  'traces.leave': { says: 'no', args: ofDocument },
  'history.read': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, record: null, skip: 0 }) },
  'protection.status': { says: 'no', args: ofDocument },
  'protection.set': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), passphrase: VAULT_WORDS.passphrase }) },
  'protection.change': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), secret, passphrase: VAULT_WORDS.passphrase }),
  },
  'protection.renew': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'protection.remove': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'clipboard.copied': { says: 'no', args: () => Promise.resolve({ print: 'a'.repeat(64) }) },
  'vault.status': { says: 'no', args: ofDocument },
  'vault.stay': { says: 'no', args: ofDocument },
  'vault.lock': { says: 'no', args: ofDocument },
  'vault.notes': { says: 'vault', args: ofDocument },
  'vault.create': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), passphrase: VAULT_WORDS.passphrase }) },
  'vault.unlock': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.system': { says: 'no', args: ofDocument },
  'vault.systemOn': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, secret }) },
  'vault.systemOff': { says: 'no', args: ofDocument },
  'vault.unlockHere': { says: 'no', args: ofRevision },
  'vault.mend': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.change': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret, passphrase: VAULT_WORDS.passphrase }) },
  'vault.renew': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.write': {
    says: 'no',
    args: async (world) => ({
      ...(await ofRevision(world)),
      record: { table: 'privateNotes', id: null, date: DATE, ...NO_LINKS, ...NO_LINKS, sessionId, text: VAULT_WORDS.note },
    }),
  },
  'vault.own': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), record: { table: 'privateNotes', id: NOTE_ID } }) },
  'vault.remove': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), record: { table: 'privateNotes', id: NOTE_ID } }) },
  'presentation.enter': { says: 'no', args: () => Promise.resolve({ unnoted: null }) },
  'presentation.cleared': { says: 'no', args: nothing },
  'presentation.sealed': { says: 'no', args: nothing },
  'presentation.leave': { says: 'desk', args: () => Promise.resolve({ secret: null }) },
};

/** What main sends by itself. `opened` gives the window a file as `project.open` does. */
const EVENTS: Readonly<Record<EventName, MaySay>> = { saveState: 'no', opened: 'desk', closing: 'no', vaultLocked: 'no', library: 'no' };

/** After these the file no longer belongs to the window, or its notebook is locked: they are called once, with the notebook unlocked. */
const LEAVING: readonly Channel[] = [
  'app.start',
  'app.quit',
  'project.create',
  'project.choose',
  'project.example',
  'project.open',
  'project.close',
  'project.allowChanges',
  'project.saveElsewhere',
  'conflict.answer',
  'attempt.open',
  'attempt.unlock',
  'attempt.recover',
  'traces.leave',
  'vault.lock',
  'presentation.enter',
];

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
