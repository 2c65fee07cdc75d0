// Adds time to an accompaniment of the library without opening it in the window: by the same road as for an open one.
import { basename } from 'node:path';
import type { AddedTime, NewTime, TimeChoices } from '@contract/library.ts';
import type { Command } from '@domain/commands/command.ts';
import type { Accompaniment, Document } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { LastReplies } from '../project/last-replies.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import { type OpenedSession, openSession } from '../project/open-session.ts';
import type { SessionServices } from '../project/session-services.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { Turns } from '../project/turns.ts';

export class LibraryTime {
  readonly #services: SessionServices;
  readonly #projects: OpenProjects;
  readonly #replies = new LastReplies<AddedTime>();
  readonly #turns = new Turns();
  #waiting = 0;

  constructor(services: SessionServices, projects: OpenProjects) {
    this.#services = services;
    this.#projects = projects;
  }

  /** Whether time is being added to a file. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** @returns the kinds, phases and envelopes of a file, with the entries for the ledger; or why it cannot be read */
  async choices(path: string): Promise<Result<TimeChoices>> {
    const open = this.#projects.sessionAt(path);
    if (open !== null) return ok(choicesOf(open.document.accompaniment));
    const read = await readProjectFile(this.#services.files, path);
    if (!read.ok) return read;
    return isAccompaniment(read.value.document)
      ? ok(choicesOf(read.value.document.accompaniment))
      : refuse({ code: 'file-wrong-kind', name: basename(path) });
  }

  /** Adds an entry and writes the file. Refused as `openSession` does, as the guards do, or as disk-* if it could be stored nowhere. */
  add(path: string, commandId: string, time: NewTime): Promise<Result<AddedTime>> {
    this.#waiting += 1;
    const added = this.between(async () => {
      const earlier = this.#replies.of(commandId);
      if (earlier !== undefined) return ok(earlier);
      const reply = await this.#add(path, commandId, { name: 'record.create', args: { table: 'timeEntries', fields: time } });
      if (reply.ok) this.#replies.keep(commandId, reply.value);
      return reply;
    });
    return added.finally(() => (this.#waiting -= 1));
  }

  /** Does something while no time is being added: a file is never opened twice at once. */
  between<T>(act: () => Promise<T>): Promise<T> {
    return this.#turns.take(act);
  }

  async #add(path: string, commandId: string, command: Command): Promise<Result<AddedTime>> {
    const open = this.#projects.sessionAt(path);
    if (open !== null) return addedTo(open, commandId, command);
    const opened = await openSession(this.#services, path, () => undefined);
    return opened.ok ? this.#addAlone(opened.value, commandId, command) : opened;
  }

  async #addAlone({ session, recovered, setAside }: OpenedSession, commandId: string, command: Command): Promise<Result<AddedTime>> {
    const added = isAccompaniment(session.document)
      ? await addedTo(session, commandId, command)
      : refuse({ code: 'file-wrong-kind', name: session.fileName });
    const closed = await session.close(true);
    if (!closed.ok) await session.abandon();
    if (!added.ok) return added;
    return closed.ok ? ok({ ...added.value, recovery: { recovered, setAside } }) : closed;
  }
}

async function addedTo(session: ProjectSession, commandId: string, command: Command): Promise<Result<AddedTime>> {
  const reply = await session.run(commandId, command);
  if (!reply.ok) return reply;
  const { where } = await session.save();
  return ok({ isInFile: where === 'file', recovery: { recovered: 0, setAside: 0 } });
}

function choicesOf({ kinds, phases, envelopes, amendments, allocations, timeEntries, sessions }: Accompaniment): TimeChoices {
  const named = Object.values(sessions).map((session) => [session.id, { ...session, purpose: '', account: '' }]);
  return { kinds, phases, envelopes, amendments, allocations, timeEntries, sessions: Object.fromEntries(named) };
}

function isAccompaniment(document: Document): boolean {
  return document.kind === 'accompaniment';
}
