// The main actions that several places offer: create a session, open, choose.
import type { Value } from '@contract/channels.ts';
import type { Command } from '@domain/commands/command.ts';
import { phaseOn } from '@domain/session/proposals.ts';
import type { TableName } from '@domain/tables/tables.ts';
import { call } from './bridge.ts';
import { goTo } from './navigation.ts';
import { onlyOnce } from './once.ts';
import { enter, run, stepWithUndo } from './project.ts';
import type { Route } from './route.ts';
import { say, sayFailure } from './messages.ts';
import { texts } from './texts.ts';
import { today } from './today.ts';
import { windowStore } from './window-state.ts';

/** Creates a session dated today, in the phase of the day, and opens it. */
export async function createSession(): Promise<void> {
  const { project } = windowStore.get();
  if (project === null) return;
  const changes = await run({
    name: 'session.create',
    args: {
      title: texts().sessions.newTitle,
      date: today(),
      startsAt: null,
      endsAt: null,
      mode: 'onsite',
      place: '',
      phaseId: phaseOn(project.document.accompaniment, today()),
      status: 'held',
    },
  });
  const created = changes?.find((change) => change.table === 'sessions' && change.before === null);
  if (created === undefined) return;
  windowStore.set({ newSessionId: created.id });
  goTo({ screen: 'session', sessionId: created.id });
}

/** Plans a session like another for today, and opens it. */
export async function copySession(sessionId: string): Promise<void> {
  const changes = await run({ name: 'session.copy', args: { sessionId, date: today() } });
  const created = changes?.find((change) => change.table === 'sessions' && change.before === null);
  if (created === undefined) return;
  goTo({ screen: 'session', sessionId: created.id });
  say('good', texts().session.copied);
}

/** Lets the user choose a file in a system dialog, and opens it. */
export function openChosenFile(): Promise<boolean> {
  return onlyOnce('project.choose', () => enter(call('project.choose', {})));
}

/** Opens a fresh copy of the example. */
export function openExample(): Promise<boolean> {
  return onlyOnce('project.example', () => enter(call('project.example', {})));
}

/** Opens an accompaniment of the library, on the route `first` if one is given. */
export function openEntry(entryId: string, first?: Route): Promise<boolean> {
  return enter(call('project.open', { entryId }), first);
}

/** Writes the file now, without waiting the usual few seconds. */
export async function saveNow(): Promise<void> {
  const { project } = windowStore.get();
  if (project === null) return;
  const reply = await call('project.save', { documentId: project.documentId });
  if (reply.ok) windowStore.set({ saveState: reply.value });
  else sayFailure(reply.failure);
}

/** Opens a document that was just saved, in the application that the system uses for it. */
export async function openSaved(saved: Value<'document.save'>): Promise<void> {
  const reply = await call('document.open', { documentToken: saved.documentToken });
  if (!reply.ok) sayFailure(reply.failure);
}

/** Runs a command as one act for one intention, however often one presses, and offers to take it back. @returns whether it was done */
export function runWithUndo(command: Command, said: Parameters<typeof stepWithUndo>[1]): Promise<boolean> {
  return onlyOnce(JSON.stringify(command), () => stepWithUndo((base) => call('project.run', { ...base, command }), said));
}

type Removal = { readonly table: TableName; readonly id: string; readonly said: string };

/** Removes a record and offers to take the removal back. @returns whether it is removed */
export function removeWithUndo({ table, id, said }: Removal): Promise<boolean> {
  return runWithUndo({ name: 'record.remove', args: { table, id } }, { tone: 'accent', text: said });
}
