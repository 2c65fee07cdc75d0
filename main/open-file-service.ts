// What the window can ask of the open file: to be read, changed, undone, saved and closed.
import { ok } from '@domain/result.ts';
import { pageOf } from '@domain/history/history.ts';
import { isPrivateTable } from '@domain/presentation/withhold.ts';
import { declarationOf, type TableName } from '@domain/tables/tables.ts';
import type { Handlers } from './contract/dispatch.ts';
import type { OpenProjects } from './project/open-projects.ts';

type Channels = 'project.read' | 'project.run' | 'project.undo' | 'project.redo' | 'project.save' | 'project.close' | 'history.read';

/** What hides records of an open file from whoever undoes a step. */
export type Hiding = { readonly isNotebookOpen: (documentId: string) => boolean; readonly isPresenting: () => boolean };

export class OpenFileService {
  readonly #projects: OpenProjects;
  readonly #hiding: Hiding;

  constructor(projects: OpenProjects, hiding: Hiding) {
    this.#projects = projects;
    this.#hiding = hiding;
  }

  handlers(): Pick<Handlers, Channels> {
    const projects = this.#projects;
    return {
      'project.read': ({ documentId }) => Promise.resolve(ok(projects.view(documentId))),
      'project.run': async ({ documentId, commandId, command }) =>
        projects.applied(documentId, await projects.session(documentId).run(commandId, command)),
      'project.undo': async ({ documentId, commandId, step }) =>
        projects.applied(documentId, await projects.session(documentId).undo(commandId, step, this.#closed(documentId, step))),
      'project.redo': async ({ documentId, commandId }) =>
        projects.applied(documentId, await projects.session(documentId).redo(commandId, this.#closed(documentId))),
      'project.save': async ({ documentId }) => ok(await projects.session(documentId).save()),
      'project.close': ({ documentId, evenUnsaved }) => projects.close(documentId, evenUnsaved),
      'history.read': ({ documentId, record, skip }) => Promise.resolve(ok(pageOf(projects.session(documentId).history, record, skip))),
    };
  }

  /**
   * While the notebook is closed, nobody sees what a step back does to its notes, unless a message has just offered to undo that very step;
   * in presentation mode nobody sees the desk either, and no message offers it.
   */
  #closed(documentId: string, offered?: number): (table: TableName) => boolean {
    const { isNotebookOpen, isPresenting } = this.#hiding;
    if (isPresenting()) return isPrivateTable;
    if (offered !== undefined) return () => false;
    return (table) => declarationOf(table).class === 'vault' && !isNotebookOpen(documentId);
  }
}
