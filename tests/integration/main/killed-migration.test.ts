// A7: a kill or a power cut at each moment while an older file is opened and written as this version. Old and new work survives.
import { expectOk, ok } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { readHead } from '../../../main/files/file-head.ts';
import type { OpeningOptions } from '../../../main/project/open-session.ts';
import { keyFromPassphrase } from '../../../main/vault/key-slots.ts';
import { type KillableComputer, killableComputer, type Laid, laidFrom } from '../../support/killable.ts';
import { noteTried } from '../../support/note-tried.ts';
import { spread } from '../../support/spread.ts';

const PATH = '/library/Offre commune.tierce';
const PASSPHRASE = 'châtaigne lente sous abri';
/** What only the journal of the older version holds, and what is done once the file is open. */
const [BEFORE, AFTER] = ['Pas encore dans le fichier', 'Cinq besoins'];
const MOST_MOMENTS = 30;

it.each(['3-plain', '3-sealed'])(
  'A7 A2 A12 loses nothing of the state %s when it is killed at any moment of its migration',
  async (state) => {
    const laid = await laidFrom(`tests/fixtures/states/${state}`, (path) =>
      path.startsWith('Documents/Tierce/') ? path.replace('Documents/Tierce', '/library') : `/own/${path}`,
    );
    const how = await opening(laid);
    const { calls } = await killed(laid, how, 1_000_000, false);
    const moments = spread(
      Array.from({ length: calls + 1 }, (_, index) => index),
      MOST_MOMENTS,
    );
    noteTried(moments.length * 2);

    for (const moment of moments)
      for (const isPowerCut of [false, true]) {
        try {
          const { computer, said } = await killed(laid, how, moment, isPowerCut);
          await foundAgain(computer, how, said);
        } catch (error) {
          throw new Error(`killed after ${moment} of ${calls} calls${isPowerCut ? ', the power cut' : ''}: ${String(error)}`, {
            cause: error,
          });
        }
      }

    expect(calls).toBeGreaterThan(60);
  },
  900_000,
);

/** Derived once: after that the file is opened with its key. */
async function opening(laid: Laid): Promise<OpeningOptions> {
  const { disk } = await killableComputer(laid);
  const ring = (await readHead(disk, PATH))?.keys?.file ?? null;
  if (ring === null) return {};
  const key = expectOk(await keyFromPassphrase(ring, PASSPHRASE));
  return { keyOf: () => Promise.resolve(ok(key)) };
}

/** @returns what was last reported safe */
async function killed(
  laid: Laid,
  how: OpeningOptions,
  moment: number,
  isPowerCut: boolean,
): Promise<{ readonly computer: KillableComputer; readonly calls: number; readonly said: string }> {
  const computer = await killableComputer(laid);
  const process = computer.start();
  process.caller.callsLeft = moment;
  let said = BEFORE;
  const working = async (): Promise<void> => {
    const { session } = await process.open(PATH, how);
    expectOk(await session.run('c-1', { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: AFTER } } }));
    if (session.isSafeHere) said = AFTER;
    await session.save();
  };
  await computer.until(working(), process);
  if (isPowerCut) computer.cutPower();
  return { computer, calls: moment - process.caller.callsLeft, said };
}

async function foundAgain(computer: KillableComputer, how: OpeningOptions, said: string): Promise<void> {
  const process = computer.start();
  const { session } = await process.open(PATH, how);
  const backups = expectOk(await process.services.backups.list(session.header.fileId));
  const isMigrated = (await computer.disk.readFile(PATH)).includes(`"formatVersion": ${FORMAT_VERSION}`);

  expect([said, AFTER]).toContain(session.document.accompaniment.mission.single?.need);
  if (isMigrated) expect(backups.filter(({ reason }) => reason === 'migration')).toHaveLength(1);
  for (const { fileName } of backups) expectOk(await process.services.backups.read(session.header.fileId, fileName, session.keyOf));
  expect(
    (await process.services.files.readdir(process.services.journalFolder)).filter((name) => name.startsWith('set-aside')),
  ).toHaveLength(1); // the earlier one
  expectOk(await session.undo('u-1'));
  expectOk(await session.close(false));
}
