// I11: time added to a file of the library, seen without the window: what is pending, what the disk refuses, what a crash had left.
import type { Command } from '@domain/commands/command.ts';
import { emptyDocument } from '@domain/document.ts';
import { expectOk, refuse } from '@domain/result.ts';
import { minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { LibraryTime } from '../../../../main/library/library-time.ts';
import { TODAY } from '../../../support/context.ts';
import { firstId, kindId, startedDocument } from '../../../support/documents.ts';
import { failing, FOLDER, office, PATH, retitle, well } from '../../../support/memory-office.ts';
import { errno } from '../../../support/worlds.ts';

const DOCUMENT = startedDocument();
const HOUR = {
  date: TODAY,
  minutes: minutes(60),
  kindId: kindId(DOCUMENT, 'face'),
  status: 'done',
  phaseId: null,
  sessionId: null,
  envelopeId: firstId(DOCUMENT.accompaniment.envelopes),
  note: 'Au téléphone',
  justification: '',
} as const;
const ADD_HOUR: Command = { name: 'record.create', args: { table: 'timeEntries', fields: HOUR } };

async function library() {
  const world = office();
  await world.write({ document: DOCUMENT });
  const { services, projects, open } = world.processOf();
  const time = new LibraryTime(services, projects);
  const add = (commandId: string, path = PATH) => time.add(path, commandId, HOUR);
  /** How many entries the file holds. */
  const entries = async () => Object.keys((await world.read()).document.accompaniment.timeEntries).length;
  return { ...world, time, projects, open, add, entries };
}

describe('time on its way', () => {
  it('I11 is said to be so from when it is asked for until the last has arrived, or was refused', async () => {
    const { time, add } = await library();
    expect(time.isBusy).toBe(false);
    const [first, second] = [add('command-01'), add('command-02', `${FOLDER}/absent.tierce`)];
    const isBusyAtOnce = time.isBusy;
    expectOk(await first);
    const isBusyBetween = time.isBusy;
    const refused = await second;

    expect([isBusyAtOnce, isBusyBetween, time.isBusy, refused.ok]).toEqual([true, true, false, false]);
  });

  it('I11 arrives once for a message asked twice, however many were refused meanwhile', async () => {
    const { add, entries } = await library();
    const first = await add('command-01');
    for (let count = 0; count < 20; count += 1) await add(`refused-${count}`, `${FOLDER}/absent.tierce`);

    expect([await add('command-01'), await entries()]).toEqual([first, 1]);
  });
});

describe('what the form offers', () => {
  it('I11 is what the open accompaniment holds, also before its file does', async () => {
    const { time, projects, open } = await library();
    const { documentId } = expectOk(await open());
    expectOk(await projects.session(documentId).run('command-01', ADD_HOUR));

    expect(Object.values(expectOk(await time.choices(PATH)).timeEntries)).toMatchObject([{ note: 'Au téléphone' }]);
  });

  it('I11 is nothing of a file that cannot be read, nor of a personal one', async () => {
    const { time, write } = await library();
    const person = `${FOLDER}/Mon profil.tierce`;
    await write({ path: person, document: emptyDocument('person') });

    expect(await time.choices(`${FOLDER}/absent.tierce`)).toMatchObject(refuse({ code: 'file-not-found', name: 'absent.tierce' }));
    expect(await time.choices(person)).toEqual(refuse({ code: 'file-wrong-kind', name: 'Mon profil.tierce' }));
  });
});

describe('time added', () => {
  it('I11 is refused for a personal file, which stays as it was and is let go', async () => {
    const { add, write, well: disk } = await library();
    const person = `${FOLDER}/Mon profil.tierce`;
    await write({ path: person, document: emptyDocument('person') });
    const before = await disk.readFile(person);
    const refused = refuse({ code: 'file-wrong-kind', name: 'Mon profil.tierce' });

    expect([await add('command-01', person), await add('command-02', person)]).toEqual([refused, refused]);
    expect((await disk.readFile(person)).equals(before)).toBe(true);
  });

  it('I11 A10 is kept on this computer where the file cannot be written, which is said, and comes back at the next opening', async () => {
    const { add, open, trouble, entries } = await library();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER), 'ENOSPC');

    expect(await add('command-01')).toEqual({ ok: true, value: { isInFile: false, recovery: { recovered: 0, setAside: 0 } } });
    expect(await entries()).toBe(0);
    well(trouble);
    const { recovery, document } = expectOk(await open());
    expect([recovery.recovered, Object.keys(document.accompaniment.timeEntries).length]).toEqual([1, 1]);
  });

  it('I11 is refused where it can be kept nowhere, and never comes into the file later', async () => {
    const { add, trouble, entries, fire } = await library();
    trouble.before = (call) => (['write', 'rename'].includes(call) ? Promise.reject(errno('ENOSPC')) : undefined);

    const refused = await add('command-01');
    well(trouble);
    const before = [fire(), await entries()]; // nothing is left to do
    const again = await add('command-01');

    expect([refused, before]).toMatchObject([{ ok: false, failure: { code: 'disk-full' } }, [0, 0]]);
    expect([again, await entries()]).toMatchObject([{ ok: true, value: { isInFile: true } }, 1]);
  });

  it('I11 A2 says what a crash had left in the journal and comes into the file along with it', async () => {
    const { add, session, read } = await library();
    expectOk(await (await session()).run('command-01', retitle('Avant la panne')));

    expect(await add('command-02')).toEqual({ ok: true, value: { isInFile: true, recovery: { recovered: 1, setAside: 0 } } });
    const { sessions, timeEntries } = (await read()).document.accompaniment;
    expect([Object.values(sessions).map(({ title }) => title), Object.keys(timeEntries).length]).toEqual([['Avant la panne'], 1]);
  });
});
