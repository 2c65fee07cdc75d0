// An open project as main describes it to the window.
import type { OpenProject } from '@contract/project.ts';
import { startedDocument } from './documents.ts';

/** @returns a plain file, saved and editable, except for what the test overrides */
export function openProject(but: Partial<OpenProject> = {}): OpenProject {
  return {
    documentId: 'd1',
    fileName: 'a.tierce',
    folderName: 'Tierce',
    isExample: false,
    hasOtherNames: false,
    isRemovable: false,
    readOnly: null,
    handedOverFrom: null,
    revision: 4,
    document: startedDocument(),
    saveState: { where: 'file', at: null, failure: null, isSafeHere: true },
    undo: { undo: null, redo: null },
    recovery: { recovered: 0, setAside: 0 },
    ...but,
  };
}
