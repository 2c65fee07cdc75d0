// A7 A12: a kill or a power cut at each moment while a file's seal is changed. Reopening finds all that was safe; every copy opens.
import { expectOk, ok, type Result } from '@domain/result.ts';
import { expect, it, vi } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import type { KeyOf } from '../../../main/files/parse-project.ts';
import { keyBy } from '../../../main/project/attempts.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { linesUnder } from '../../../main/journal/sealed-lines.ts';
import { startedDocument } from '../../support/documents.ts';
import { type KillableComputer, killableComputer, type KillableProcess, type Laid } from '../../support/killable.ts';
import { attach, attaching, CHARTER, CHARTER_SHA, retitle, SESSION_ID } from '../../support/memory-office.ts';
import { noteTried } from '../../support/note-tried.ts';
import { spread } from '../../support/spread.ts';
import { HEADER } from '../../support/projects.ts';
import { wordsIn } from '../../support/canary-words.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const PATH = '/library/mission.tierce';
const WORD = 'aubergiste';
const OLD = { kind: 'passphrase', passphrase: 'châtaigne lente sous abri' } as const;
const NEW = { kind: 'passphrase', passphrase: 'ruisseau clair de novembre' } as const;
const PHOTO = Buffer.from('Photo de l’atelier');

type Open = Awaited<ReturnType<KillableProcess['open']>>;
type Act = {
  readonly promise: string;
  readonly name: string;
  /** How many disk calls it makes at least. */
  readonly points: number;
  readonly laid: () => Promise<Laid>;
  /** What opens the file before it. */
  readonly keyOf?: KeyOf;
  /** The plain file reads no line sealed with the key that it no longer has: undone content may be gone once the file is plain. */
  readonly losesUndo?: boolean;
  readonly act: (process: KillableProcess, open: Open) => Promise<Result<unknown>>;
};

const message = ({ documentId, session }: Open) => ({ documentId, commandId: 'act', baseRevision: session.revision });

/**
 * A file that has been worked on, with backups, contents that only one backup and one undoable step name, and a journal that was set
 * aside.
 */
async function workedOn(secret: typeof OLD | null, isRenewed = false): Promise<Laid> {
  const bytes = serialiseProject({ header: HEADER, document: startedDocument() }, null);
  const computer = await killableComputer(new Map([[PATH, bytes]]));
  const process = computer.start();
  const open = await process.open(PATH);
  const { session } = open;
  await attach(session, 'attachment-1');
  await session.save();
  await session.keepBackup('restore');
  await taken(session, PHOTO, 'attachment-2');
  expectOk(await session.run('c-gone', { name: 'record.remove', args: { table: 'attachments', id: 'attachment-2' } }));
  await session.save();
  const aside = new Journal(
    process.services.files,
    `${process.services.journalFolder}/set-aside-${HEADER.fileId}~1.jsonl`,
    linesUnder(HEADER.fileId, null),
  );
  expectOk(await aside.append([{ kind: 'held', revision: 1 }]));
  await aside.close();
  if (secret !== null) expectOk(await process.protection['protection.set']({ ...message(open), passphrase: secret.passphrase }));
  if (isRenewed)
    expectOk(
      await process.protection['protection.change']({
        ...message(open),
        commandId: 'again',
        secret: OLD,
        passphrase: OLD.passphrase,
        isNewKey: true,
      }),
    );
  expectOk(await session.close(false));
  return computer.all();
}

async function taken(session: Open['session'], content: Buffer, id: string): Promise<void> {
  const sha256 = expectOk(await session.contents.hold(content));
  const planned = {
    isAct: false,
    label: { command: 'record.create', table: 'attachments', title: id },
    changes: [attaching(id, sha256)],
  } as const;
  expectOk(await session.runPlanned(`attach-${id}`, () => ok(planned)));
}

const change =
  (isNewKey: boolean): Act['act'] =>
  ({ protection }, open) =>
    protection['protection.change']({ ...message(open), secret: OLD, passphrase: NEW.passphrase, isNewKey });

const ACTS: readonly Act[] = [
  {
    promise: 'A12',
    name: 'protecting a file',
    points: 60,
    laid: () => workedOn(null),
    act: ({ protection }, open) => protection['protection.set']({ ...message(open), passphrase: NEW.passphrase }),
  },
  {
    promise: 'A12',
    name: 'taking the protection off',
    points: 60,
    losesUndo: true,
    laid: () => workedOn(OLD),
    keyOf: keyBy(OLD),
    act: ({ protection }, open) => protection['protection.remove']({ ...message(open), secret: OLD }),
  },
  { promise: 'A12', name: 'changing the passphrase', points: 40, laid: () => workedOn(OLD), keyOf: keyBy(OLD), act: change(false) },
  { promise: 'A12', name: 'making a new key', points: 60, laid: () => workedOn(OLD), keyOf: keyBy(OLD), act: change(true) },
  { promise: 'A12', name: 'making a new key once more', points: 60, laid: () => workedOn(OLD, true), keyOf: keyBy(OLD), act: change(true) },
];

it.each(ACTS.map((act) => [act.promise, act.name, act] as const))(
  '%s A2 A14 loses nothing and shuts nothing in when it is killed at any moment of %s',
  async (_promise, _name, act) => {
    const laid = await act.laid();
    const { calls } = await killed(act, laid, Number.POSITIVE_INFINITY, false);
    const moments = spread(
      Array.from({ length: calls + 1 }, (_, index) => index),
      MOST_MOMENTS,
    );
    noteTried(moments.length * 2);

    for (const moment of moments)
      for (const isPowerCut of [false, true]) {
        try {
          await foundAgain((await killed(act, laid, moment, isPowerCut)).computer, act.losesUndo === true);
        } catch (error) {
          throw new Error(`${act.name}, killed after ${moment} of ${calls} calls${isPowerCut ? ', the power cut' : ''}: ${String(error)}`, {
            cause: error,
          });
        }
      }

    expect(calls).toBeGreaterThanOrEqual(act.points);
  },
  900_000,
);

const MOST_MOMENTS = 25;

/** A step is reported safe, then the act begins and its process dies. @returns how many calls it made */
async function killed(
  { act, keyOf }: Act,
  laid: Laid,
  moment: number,
  isPowerCut: boolean,
): Promise<{ readonly computer: KillableComputer; readonly calls: number }> {
  const computer = await killableComputer(laid);
  const process = computer.start();
  const open = await process.open(PATH, keyOf === undefined ? {} : { keyOf });
  expectOk(await open.session.run('c-safe', retitle(WORD)));
  const lives = Math.min(moment, 1_000_000);
  process.caller.callsLeft = lives;
  const acting = act(process, open);
  await computer.until(acting, process);
  if (isPowerCut) computer.cutPower();
  return { computer, calls: lives - process.caller.callsLeft };
}

async function foundAgain(computer: KillableComputer, losesUndo: boolean): Promise<void> {
  const process = computer.start();
  const isSealed = (await computer.disk.readFile(PATH)).includes('"manifest": "');
  const { session } = await process.open(PATH, isSealed ? { keyOf: byEither } : {});
  const { fileId } = session.header;

  expect(session.document.accompaniment.sessions[SESSION_ID]?.title).toBe(WORD);
  expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual(ok(CHARTER));
  const backups = expectOk(await process.services.backups.list(fileId));
  expect(backups.length).toBeGreaterThan(1);
  // with its attachments
  for (const { fileName } of backups) expectOk(await process.services.backups.read(fileId, fileName, session.keyOf));
  expect(await asideOf(process, session)).toEqual([1]); // the earlier one, and no other
  if (isSealed) expect(tellingIn(await computer.all())).toEqual([]);
  if (isSealed || !losesUndo) await takenBack(session);
  expectOk(await session.close(false));
}

/** The title, then the removal, whose content nothing else names. */
async function takenBack(session: Open['session']): Promise<void> {
  for (const turn of ['u-1', 'u-2']) expectOk(await session.undo(turn));
  expect(Object.keys(session.document.accompaniment.attachments)).toContain('attachment-2');
}

const byEither: KeyOf = async (header) => {
  const first = await keyBy(NEW)(header);
  return first.ok ? first : keyBy(OLD)(header);
};

/** @returns how many lines each set-aside journal gives to the window that has the file open */
async function asideOf({ services }: KillableProcess, { header, keys }: Open['session']): Promise<readonly number[]> {
  const names = (await services.files.readdir(services.journalFolder)).filter((name) => name.startsWith('set-aside'));
  const codec = linesUnder(header.fileId, keys.copy());
  return Promise.all(
    names.map(async (name) => expectOk(await new Journal(services.files, `${services.journalFolder}/${name}`, codec).read()).length),
  );
}

function tellingIn(laid: Laid): readonly string[] {
  return [...laid].filter(([, bytes]) => wordsIn(bytes, [WORD, 'Charte de coop', 'Photo de l']).length > 0).map(([path]) => path);
}
