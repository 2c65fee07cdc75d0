// The last content that we wrote to the file: the common base when another program or person has changed it since.
import type { Step } from '@domain/commands/step.ts';
import { applyChanges, invertChanges } from '@domain/document.ts';
import type { Project } from '../files/envelope.ts';

/** @returns the project as it was before the last steps */
export function turnedBack(project: Project, steps: readonly Step[]): Project {
  const changes = steps.flatMap((step) => step.changes);
  const header = { ...project.header, revision: project.header.revision - steps.length };
  return { ...project, header, document: applyChanges(project.document, invertChanges(changes)) };
}
