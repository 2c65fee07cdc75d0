// What a person does in a window.
import fc from 'fast-check';
import { join } from 'node:path';
import type { Illness } from '../support/moody-disk.ts';
import { type Hasty, hasty, inWindow, unlessHasty, type Who, who, windowAt } from './in-window.ts';
import { KEYS } from './key-operations.ts';
import { cutPower, openOn, takeOver } from './machine-operations.ts';
import type { ModelWindow } from './model-window.ts';
import { type Operation, operation } from './operation.ts';
import { Others } from './others.ts';
import { FILE_SECRETS } from './secrets.ts';
import type { Place, World } from './world.ts';

/** @returns a new title for the session, or one more structure */
function typed(world: World, window: ModelWindow, isNew: boolean): Promise<boolean> {
  const word = world.newWord();
  return window.step('project.run', {
    command:
      isNew || window.sessionId === ''
        ? { name: 'record.create', args: { table: 'organisations', fields: { name: word } } }
        : { name: 'record.update', args: { table: 'sessions', id: window.sessionId, fields: { title: word } } },
  });
}

const type = operation<Hasty & { readonly isNew: boolean }>({
  name: 'type',
  weight: 16,
  arbitrary: fc.record({ ...hasty, isNew: fc.boolean() }),
  run: inWindow((world, window, how) => unlessHasty(world, how, typed(world, window, how.isNew))),
});

const undo = operation<Hasty>({
  name: 'undo',
  weight: 3,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => unlessHasty(world, how, window.step('project.undo', {}))),
});
const redo = operation<Hasty>({
  name: 'redo',
  weight: 2,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => unlessHasty(world, how, window.step('project.redo', {}))),
});
const save = operation<Hasty>({
  name: 'save',
  weight: 6,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => unlessHasty(world, how, window.save())),
});

const anyAnswer = fc.constantFrom('mine', 'mine', 'theirs', 'both');
type Answering = Hasty & { readonly answer: 'mine' | 'theirs' | 'both' };

/** If the file was given another key meanwhile, its secret is needed. */
function answered(window: ModelWindow, answer: Answering['answer']): Promise<void> {
  return window.gesture(async ({ send, move }) => {
    const { documentId } = window;
    if (documentId === null) return;
    const plain = await send('conflict.read', { documentId });
    const isSecretMissing = !plain.ok && plain.failure.code === 'file-key-changed';
    for (const secret of isSecretMissing ? FILE_SECRETS : [])
      if ((await send('conflict.read', { documentId, secret })).ok) return move('conflict.answer', { answer, secret });
    return move('conflict.answer', { answer });
  });
}

/** Answers only in a window that shows the question. */
const answer = operation<Answering>({
  name: 'answer',
  weight: 4,
  arbitrary: fc.record({ ...hasty, answer: anyAnswer }),
  run: inWindow(async (world, window, how) => {
    if (window.saveState?.failure?.code !== 'file-changed-underneath') return;
    await unlessHasty(world, how, answered(window, how.answer));
  }),
});

/**
 * As it happens when two people work on one file on the same day: the other person has saved, so does this one, and one or both versions
 * are to stay.
 */
const disagree = operation<
  Answering & { /** The other one has given it another key as well, or its first one. */ readonly isRekeyed?: boolean }
>({
  name: 'disagree',
  weight: 8,
  arbitrary: fc.record({ ...hasty, answer: anyAnswer, isRekeyed: fc.boolean() }),
  run: inWindow(async (world, window, how) => {
    const others = new Others(world);
    const isThere = await others.isThere();
    const rekeyed = isThere && how.isRekeyed === true ? await others.rekeyed() : null;
    const bytes = rekeyed ?? (isThere ? await others.edited(false) : null);
    if (bytes !== null) await others.replace(bytes);
    await world.clock.until(typed(world, window, false));
    await world.clock.until(window.save());
    await answer.run(world, how);
  }),
});

/**
 * One window takes the file over from another, which goes on all the same, and then accepts what a third person has made of it: the
 * journal is set aside.
 */
const outrun = operation<Who>({
  name: 'outrun',
  weight: 5,
  arbitrary: fc.record({ who }),
  run: inWindow(async (world, first) => {
    await takeOver.run(world, { isElsewhere: false });
    const next = world.windows.at(-1);
    if (next === undefined || next === first || next.documentId === null) return;
    const others = new Others(world);
    const bytes = (await others.isThere()) ? await others.edited(false) : null;
    if (bytes !== null) await others.replace(bytes);
    await world.clock.until(typed(world, next, false));
    await world.clock.until(next.save());
    await world.clock.until(typed(world, first, false));
    if (next.saveState?.failure?.code === 'file-changed-underneath') await world.clock.until(answered(next, 'theirs'));
  }),
});

/**
 * A disk that accepts nothing for a while: what is typed and saved meanwhile is reported truthfully, and what is typed afterwards is safe
 * again.
 */
const ailAWhile = operation<Who & { readonly place: Place; readonly illness: Illness }>({
  name: 'ailAWhile',
  weight: 4,
  arbitrary: fc.record({
    who,
    place: fc.constantFrom<Place>('journals', 'journals', 'library', 'data'),
    illness: fc.constantFrom<Illness>('full', 'read-only', 'broken', 'unflushed'),
  }),
  run: inWindow(async (world, window, { place, illness }) => {
    world.moody.fall(world.folderOf(place), { illness, after: 0, times: 999_999 });
    await world.clock.until(typed(world, window, false));
    await world.clock.until(window.save());
    world.moody.heal(world.folderOf(place));
    await world.clock.until(typed(world, window, false));
  }),
});

/** Days on which the file is reopened, worked on and saved. */
const workDays = operation<{ readonly days: number; readonly hours: number }>({
  name: 'workDays',
  weight: 4,
  arbitrary: fc.record({ days: fc.integer({ min: 1, max: 4 }), hours: fc.constantFrom(1, -1, 24, -24) }),
  run: async (world, { days, hours }) => {
    for (let day = 0; day < days; day += 1) {
      const window = world.windows.length === 1 ? windowAt(world, 0) : null;
      if (window === null || !(await window.close(false)).ok) return;
      world.kill(window);
      world.clock.jump(hours);
      await openOn(world, window.computer, 0);
      const next = windowAt(world, 0);
      if (next !== null) await world.clock.until(typed(world, next, false));
    }
  },
});

/** `isSame`: a content that other attachments share. */
const attach = operation<Hasty & { readonly isSame: boolean }>({
  name: 'attach',
  weight: 4,
  arbitrary: fc.record({ ...hasty, isSame: fc.boolean() }),
  run: inWindow((world, window, how) => {
    const word = world.newWord();
    const data = Buffer.from(how.isSame ? 'always the same' : word).toString('base64');
    return unlessHasty(world, how, window.step('attachments.add', { name: `${word}.txt`, data, sessionId: null, isBeyond: false }));
  }),
});

const restore = operation<Hasty & { readonly which: number }>({
  name: 'restore',
  weight: 2,
  arbitrary: fc.record({ ...hasty, which: fc.nat({ max: 9 }) }),
  run: inWindow(async (world, window, how) => {
    const listed = await window.ask('backups.list', { documentId: window.documentId });
    const backups = listed.ok ? listed.value.backups : [];
    const backup = backups[how.which % Math.max(1, backups.length)];
    if (backup === undefined) return;
    world.claims.dropNotes();
    await unlessHasty(world, how, window.step('backups.restore', { backupId: backup.backupId }));
  }),
});

/** For a place that can no longer be written. */
const elsewhere = operation<Hasty>({
  name: 'elsewhere',
  weight: 1,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => {
    window.answers.push(join(world.library, `Ailleurs ${world.newNumber()}.tierce`));
    return unlessHasty(world, how, window.move('project.saveElsewhere', {}));
  }),
});

/** The process is killed, or the power cut, in the middle of something, after some disk calls. */
const dieDuring = operation<Who & { readonly what: string; readonly calls: number; readonly isPowerCut: boolean }>({
  name: 'dieDuring',
  weight: 4,
  arbitrary: fc.record({
    who,
    what: fc.constantFrom('type', 'save', 'attach', 'answer', 'protect', 'unprotect', 'newKey', 'makeNotebook', 'line', 'newNotebookKey'),
    calls: fc.nat({ max: 80 }),
    isPowerCut: fc.boolean(),
  }),
  run: inWindow(async (world, window, { who, what, calls, isPowerCut }) => {
    await world.clock.until(window.underWay);
    Object.assign(window.process, { callsLeft: calls });
    await [...WORK, ...KEYS]
      .find(({ name }) => name === what)
      ?.run(world, { who, isHasty: true, isNew: false, isSame: true, isNewKey: true, answer: 'mine' });
    await world.clock.advance(2000);
    if (isPowerCut) cutPower(world, calls);
    else world.kill(window);
    await openOn(world, window.computer, 0);
  }),
});

export const WORK: readonly Operation[] = [
  type,
  undo,
  redo,
  save,
  answer,
  disagree,
  outrun,
  ailAWhile,
  workDays,
  attach,
  restore,
  elsewhere,
  dieDuring,
];
