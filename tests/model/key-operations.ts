// What a person does with the keys of a file and of its notebook, and the lines sealed with them.
import fc from 'fast-check';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { type Hasty, hasty, inWindow, unlessHasty } from './in-window.ts';
import type { Messages, ModelWindow } from './model-window.ts';
import { type Operation, operation } from './operation.ts';
import { FILE_SECRETS, NOTEBOOK_SECRETS, otherOf } from './secrets.ts';

/** Changes only the passphrase, or the key as well. */
type Rekeying = Hasty & { readonly isNewKey: boolean };
const rekeying = { ...hasty, isNewKey: fc.boolean() };
const ON = calendarDate('2026-04-14');

type Attempt<T> = (secret: T, messages: Messages) => Promise<boolean>;
type Made = (messages: Messages) => Promise<boolean>;

/** Tries one secret after the other until one opens. @param make used if there was nothing to open: then the first secret opens it */
function untilOne<T>(
  window: ModelWindow,
  secrets: readonly [T, T],
  attempt: Attempt<T>,
  make: Made = () => Promise.resolve(false),
): Promise<unknown> {
  return window.gesture(async (messages) => {
    for (const secret of secrets) if (await attempt(secret, messages)) return true;
    return (await make(messages)) && attempt(secrets[0], messages);
  });
}

const protecting: Made = ({ step }) => step('protection.set', { passphrase: FILE_SECRETS[0].passphrase });
const beginning: Made = ({ step }) => step('vault.create', { passphrase: NOTEBOOK_SECRETS[0].passphrase });

const protect = operation<Hasty>({
  name: 'protect',
  weight: 3,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => unlessHasty(world, how, window.gesture(protecting))),
});
const unprotect = operation<Hasty>({
  name: 'unprotect',
  weight: 3,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) =>
    unlessHasty(
      world,
      how,
      untilOne(window, FILE_SECRETS, (secret, { step }) => step('protection.remove', { secret })),
    ),
  ),
});
const newKey = operation<Rekeying>({
  name: 'newKey',
  weight: 4,
  arbitrary: fc.record(rekeying),
  run: inWindow((world, window, how) => {
    const change: Attempt<(typeof FILE_SECRETS)[0]> = (secret, { step }) =>
      step('protection.change', { secret, passphrase: otherOf(FILE_SECRETS, secret).passphrase, isNewKey: how.isNewKey });
    return unlessHasty(world, how, untilOne(window, FILE_SECRETS, change, protecting));
  }),
});

const makeNotebook = operation<Hasty>({
  name: 'makeNotebook',
  weight: 4,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => unlessHasty(world, how, window.gesture(beginning))),
});

/** Drops a line into the locked notebook: this is an act, which undoing leaves alone. */
const line = operation<Hasty>({
  name: 'line',
  weight: 8,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) => {
    const record = { table: 'privateNotes', id: null, date: ON, ...NO_LINKS, text: world.newWord('n') } as const;
    const write: Made = async ({ send, step }) => {
      if (window.documentId !== null) await send('vault.lock', { documentId: window.documentId });
      return step('vault.write', { record });
    };
    return unlessHasty(
      world,
      how,
      window.gesture(async (messages) => (await write(messages)) || ((await beginning(messages)) && write(messages))),
    );
  }),
});

/** Files what was dropped in, and what is sealed with an earlier key. */
const openNotebook = operation<Hasty>({
  name: 'openNotebook',
  weight: 3,
  arbitrary: fc.record(hasty),
  run: inWindow((world, window, how) =>
    unlessHasty(
      world,
      how,
      untilOne(window, NOTEBOOK_SECRETS, (secret, { step }) => step('vault.unlock', { secret, isKeyAccepted: true })),
    ),
  ),
});
const newNotebookKey = operation<Rekeying>({
  name: 'newNotebookKey',
  weight: 4,
  arbitrary: fc.record(rekeying),
  run: inWindow((world, window, how) => {
    const change: Attempt<(typeof NOTEBOOK_SECRETS)[0]> = (secret, { step }) =>
      step('vault.change', { secret, passphrase: otherOf(NOTEBOOK_SECRETS, secret).passphrase, isNewKey: how.isNewKey });
    return unlessHasty(world, how, untilOne(window, NOTEBOOK_SECRETS, change, beginning));
  }),
});

export const KEYS: readonly Operation[] = [protect, unprotect, newKey, makeNotebook, line, openNotebook, newNotebookKey];
