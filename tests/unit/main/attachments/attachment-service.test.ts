// A14: documents attached to an accompaniment, as the window asks for them.
import { expectOk, ok } from '@domain/result.ts';
import { LARGEST_ATTACHMENT_BYTES } from '@domain/tables/attachments.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { describe, expect, it } from 'vitest';
import { AttachmentService, LARGEST_TOTAL_BYTES, USUAL_TOTAL_BYTES } from '../../../../main/attachments/attachment-service.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { BUG, failing } from '../../../support/backup-world.ts';
import { countedIds } from '../../../support/context.ts';
import { attach, attaching, CHARTER, CHARTER_SHA, CONTENTS, FOLDER, KEY, office, PATH, SECRET } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { OpenedCopies } from '../../../../main/attachments/opened-copies.ts';
import { TODAY } from '../../../support/context.ts';
import { TO_ALL } from '../../../support/giving.ts';

const COPIES = '/own/data/opened';
const DOWNLOADS = '/downloads';
const { attachments: WORDS } = catalogueOf('fr');
const OTHER_SHA = 'b2'.repeat(32);

/** An open file and the service, whose dialogs answer `say.path`. */
async function desk(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  await world.well.mkdir(DOWNLOADS);
  const process = world.processOf();
  const { documentId } = expectOk(await process.open(PATH, key === null ? {} : { keyOf: keyBy(SECRET) }));
  const session = process.projects.session(documentId);
  const say: { path: string | null; isTaken: boolean } = { path: null, isTaken: true };
  const asked: unknown[] = [];
  const opened: string[] = [];
  const answer = async (question: unknown) => (asked.push(question), say.path);
  const service = new AttachmentService({
    services: process.services,
    projects: process.projects,
    locale: () => 'fr',
    today: () => TODAY,
    copies: new OpenedCopies(process.services.files, '/own/data/opened', countedIds('copy')),
    shell: {
      folders: { data: '/own/data', documents: FOLDER, resources: '', scripts: '' },
      dialogs: { chooseFile: answer, chooseFolder: answer, saveFile: answer },
      openWithSystem: async (path) => (opened.push(path), say.isTaken),
      newId: countedIds('copy'),
    },
  });
  const call = service.handlers();
  const newId = countedIds('act');
  const act = (commandId = newId()) => ({ documentId, commandId, baseRevision: session.revision, sessionId: null, isBeyond: false });
  const add = (name: string, content: Uint8Array = CHARTER, more: { readonly commandId?: string; readonly isBeyond?: boolean } = {}) =>
    call['attachments.add']({ ...act(), name, data: Buffer.from(content).toString('base64'), ...more });
  const choose = (path: string | null) => {
    say.path = path;
    return call['attachments.choose'](act());
  };
  const attached = () => Object.values(session.document.accompaniment.attachments);
  /** The message that lets it leave, or opens it. */
  const message = (attachmentId: string) => ({
    documentId,
    commandId: newId(),
    baseRevision: session.revision,
    attachmentId,
    giving: TO_ALL,
  });
  const attachedAs = async (name: string) => (expectOk(await add(name)), message(attached().at(-1)?.id ?? ''));
  /** Attaches something that claims to be this large. */
  const hold = async (bytes: number) => {
    const origin = { fileId: HEADER.fileId, key };
    const content = { bytes, encoded: Buffer.from('YQ=='), name: OTHER_SHA, isSealed: key !== null };
    expectOk(await session.contents.holdAll(new Map([[OTHER_SHA, content]]), origin));
    const label = { command: 'x', table: null, title: '' };
    expectOk(await session.runPlanned(newId(), () => ok({ isAct: false, label, changes: [attaching('held-0001', OTHER_SHA)] })));
  };
  return { ...world, ...process, documentId, session, say, asked, opened, service, call, add, choose, attached, message, attachedAs, hold };
}

describe('attaching a document', () => {
  it('A14 A2 keeps its content before its record, and tells both to the window as one step that can be undone', async () => {
    const { add, attached, well, session } = await desk();
    const label = { command: 'record.create', table: 'attachments', title: 'charte.txt' };

    expect(expectOk(await add('charte.txt'))).toMatchObject({ revision: 1, label, undo: { undo: label } });
    expect(attached()).toMatchObject([{ name: 'charte.txt', sha256: CHARTER_SHA, sessionId: null }]);
    expect(await well.readdir(CONTENTS)).toEqual([CHARTER_SHA]);
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual(ok(CHARTER));
  });

  it('A14 A10 makes no record of what could not be kept', async () => {
    const { add, attached, trouble } = await desk();
    trouble.before = failing('open', 'ENOSPC', (path) => path.startsWith(CONTENTS));

    expect([await add('charte.txt'), attached()]).toMatchObject([{ failure: { code: 'disk-full' } }, []]);
  });

  it('A14 acts once when it is asked again after a lost reply', async () => {
    const { add, attached, session } = await desk();
    for (let time = 0; time < 2; time += 1) expectOk(await add('charte.txt', CHARTER, { commandId: 'asked-again' }));

    expect([attached().length, session.revision]).toEqual([1, 1]);
  });

  it('A14 A8 is refused for a file that is only looked at, and keeps nothing beside it', async () => {
    const { projects, documentId, call, is } = await desk();
    expectOk(await projects.close(documentId, false));
    const looked = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }));
    const message = { documentId: looked.documentId, commandId: 'act-0001', baseRevision: 0, sessionId: null, isBeyond: false };

    expect(await call['attachments.add']({ ...message, name: 'a.txt', data: '' })).toEqual({
      ok: false,
      failure: { code: 'file-read-only', name: 'mission.tierce' },
    });
    expect(await is(CONTENTS)).toBe(false);
  });

  it('A14 takes one of the largest size, and none that is larger', async () => {
    const { add, attached } = await desk();

    expect(await add('film.mp4', Buffer.alloc(LARGEST_ATTACHMENT_BYTES + 1))).toEqual({
      ok: false,
      failure: { code: 'attachment-too-large', name: 'film.mp4', bytes: 5_000_001, maximum: 5_000_000 },
    });
    expectOk(await add('film.mp4', Buffer.alloc(LARGEST_ATTACHMENT_BYTES)));
    expect(attached()).toHaveLength(1);
  });

  it.each([
    [USUAL_TOTAL_BYTES, false],
    [LARGEST_TOTAL_BYTES, true],
  ])('A14 takes up to %i bytes in all, and says how far one may go', async (maximum, isBeyond) => {
    const { add, hold } = await desk();
    await hold(maximum - CHARTER.byteLength);
    expectOk(await add('charte.txt', CHARTER, { isBeyond }));

    expect(await add('note.txt', Buffer.from('x'), { isBeyond })).toEqual({
      ok: false,
      failure: { code: 'attachments-full', name: 'note.txt', maximum, most: 50_000_000 },
    });
  });

  it('A14 tells how large each is, and all of them: one that two records name counts once', async () => {
    const { add, call, documentId } = await desk();
    for (const name of ['charte.txt', 'copie.txt']) expectOk(await add(name));
    expectOk(await add('note.txt', Buffer.from('abc')));
    const { bytes, ...rest } = expectOk(await call['attachments.read']({ documentId }));

    expect([bytes[CHARTER_SHA], Object.keys(bytes).length, rest]).toEqual([
      CHARTER.byteLength,
      2,
      { total: CHARTER.byteLength + 3, maximum: 20_000_000 },
    ]);
  });
});

describe('choosing a document', () => {
  it('A14 asks for any file, beginning where the accompaniment lies, and attaches it under its name', async () => {
    const { choose, asked, attached, well } = await desk();
    await well.writeFile(`${DOWNLOADS}/compte\nde mars.csv`, CHARTER);
    expectOk(await choose(`${DOWNLOADS}/compte\nde mars.csv`));

    expect(asked).toEqual([{ title: WORDS.chooseTitle, folder: FOLDER, filter: { name: WORDS.anyFile, extension: '*' } }]);
    expect(attached()).toMatchObject([{ name: 'compte de mars.csv', sha256: CHARTER_SHA }]);
  });

  it('A14 does nothing when one gives up', async () => {
    const { choose, session } = await desk();

    expect([await choose(null), session.revision]).toEqual([{ ok: false, failure: { code: 'cancelled' } }, 0]);
  });

  it('A14 reads nothing of a file that is too large', async () => {
    const { choose, well, trouble } = await desk();
    const path = `${DOWNLOADS}/film.mp4`;
    await well.writeFile(path, Buffer.alloc(LARGEST_ATTACHMENT_BYTES + 1));
    trouble.before = failing('readFile', 'EIO');
    const tooLarge = await choose(path);
    trouble.before = () => undefined;
    await well.writeFile(path, Buffer.alloc(LARGEST_ATTACHMENT_BYTES));

    expect(tooLarge).toEqual({
      ok: false,
      failure: { code: 'attachment-too-large', name: 'film.mp4', bytes: 5_000_001, maximum: 5_000_000 },
    });
    expectOk(await choose(path));
  });

  it('A14 A10 says what the disk says of it', async () => {
    const { choose, trouble } = await desk();
    const failures = [await choose(`${DOWNLOADS}/absent.pdf`), await choose(DOWNLOADS)];
    trouble.before = BUG;

    expect(failures).toMatchObject([
      { failure: { code: 'disk-gone', name: 'absent.pdf' } },
      { failure: { code: 'attachment-no-file', name: 'downloads' } },
    ]);
    await expect(choose(`${DOWNLOADS}/absent.pdf`)).rejects.toThrow('a bug');
  });
});

describe('opening an attachment', () => {
  it.each(['pdf', 'txt', 'md', 'csv', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'rtf', 'PDF'])(
    'A14 hands a copy of a document to the system (.%s)',
    async (ending) => {
      const { attachedAs, call, opened, well } = await desk();

      expect(await call['attachments.open'](await attachedAs(`charte.${ending}`))).toEqual(ok(null));
      expect([opened.length, opened[0]?.startsWith(`${COPIES}/`), await well.readFile(opened[0] ?? '')]).toEqual([1, true, CHARTER]);
    },
  );

  it.each(['installer.exe', 'page.html', 'macro.docm', 'pdf', 'sans nom'])(
    'A14 A12 hands no program to the system, nor what may hold one (%s)',
    async (name) => {
      const { attachedAs, call, opened, is } = await desk();

      expect(await call['attachments.open'](await attachedAs(name))).toEqual({
        ok: false,
        failure: { code: 'attachment-not-opened', name },
      });
      expect([opened, await is(COPIES)]).toEqual([[], false]);
    },
  );

  it('A14 says when the system has nothing to open it with, or no copy can be made', async () => {
    const { attachedAs, call, say, trouble } = await desk();
    const message = await attachedAs('charte.txt');
    say.isTaken = false;
    const untaken = await call['attachments.open'](message);
    trouble.before = failing('mkdir', 'ENOSPC');

    expect([untaken, await call['attachments.open'](message)]).toMatchObject([
      { failure: { code: 'attachment-not-opened', name: 'charte.txt' } },
      { failure: { code: 'disk-full', name: 'charte.txt' } },
    ]);
  });

  it('A14 leaves no copy once they are swept', async () => {
    const { attachedAs, call, service, is } = await desk();
    await call['attachments.open'](await attachedAs('charte.txt'));
    await service.sweep();

    expect(await is(COPIES)).toBe(false);
  });

  it('A12 A14 opens what the file holds sealed', async () => {
    const { session, call, documentId, opened, well } = await desk(KEY);
    await attach(session);
    expectOk(await call['attachments.open']({ documentId, attachmentId: 'attachment-1' }));

    expect(await well.readFile(opened[0] ?? '')).toEqual(CHARTER);
  });
});

describe('saving an attachment', () => {
  it('A14 A15 writes its very bytes where one says, and tells where that is', async () => {
    const { attachedAs, call, say, asked, well } = await desk();
    const message = await attachedAs('compte: mars.CSV');
    say.path = `${DOWNLOADS}/ici.csv`;

    expect(await call['attachments.save'](message)).toMatchObject(ok({ name: 'ici.csv', folderName: 'downloads', files: 1, unkept: null }));
    expect(await well.readFile(`${DOWNLOADS}/ici.csv`)).toEqual(CHARTER);
    const filter = { name: WORDS.anyFile, extension: 'CSV' };
    expect(asked).toEqual([{ title: WORDS.saveTitle, folder: FOLDER, name: 'compte mars.CSV', filter }]);
  });

  it('A14 asks for any file where its name has no ending, and does nothing when one gives up', async () => {
    const { attachedAs, call, asked } = await desk();

    expect(await call['attachments.save'](await attachedAs('sans suffixe'))).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(asked).toMatchObject([{ name: 'sans suffixe', filter: { extension: '*' } }]);
  });

  it('A14 A10 says what the disk says', async () => {
    const { attachedAs, call, say, trouble } = await desk();
    const message = await attachedAs('charte.txt');
    say.path = `${DOWNLOADS}/charte.txt`;
    trouble.before = failing('rename', 'ENOSPC');

    expect(await call['attachments.save'](message)).toMatchObject({ failure: { code: 'disk-full', name: 'charte.txt' } });
  });
});

describe('an attachment that cannot be had', () => {
  it.each(['attachments.open', 'attachments.save'] as const)(
    'A14 is told as missing where no record bears that id (%s)',
    async (channel) => {
      const { call, message } = await desk();

      expect(await call[channel](message('nobody-0001'))).toEqual({
        ok: false,
        failure: { code: 'record-missing', table: 'attachments', id: 'nobody-0001' },
      });
    },
  );

  it.each(['attachments.open', 'attachments.save'] as const)(
    'A14 A12 is told as broken where its seal does not open (%s)',
    async (channel) => {
      const { call, message, hold, asked, opened } = await desk(KEY);
      await hold(1);

      expect(await call[channel](message('held-0001'))).toEqual({ ok: false, failure: { code: 'seal-broken' } });
      expect([asked, opened]).toEqual([[], []]);
    },
  );
});
