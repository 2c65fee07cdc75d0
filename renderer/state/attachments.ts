// Attaches documents that are chosen in a dialog or dropped on the window. Beyond the usual total, only after its cost was explained.
import type { Applied } from '@contract/project.ts';
import type { Result } from '@domain/result.ts';
import { attachmentName } from '@domain/tables/attachments.ts';
import { call } from './bridge.ts';
import { say, sayFailure } from './messages.ts';
import { exchange } from './project.ts';
import { failureSentence, texts } from './texts.ts';
import { commitDrafts, openDocument } from './typing.ts';

type Base = Parameters<Parameters<typeof exchange>[0]>[0];

/** Lets the user choose a document. `sessionId`: the session that it belongs to, `null` for the accompaniment as a whole. */
export function chooseAttachment(sessionId: string | null): Promise<void> {
  return attach((base, isBeyond) => call('attachments.choose', { ...base, sessionId, isBeyond }));
}

/** Attaches the dropped files, one after the other. */
export async function attachDropped(files: readonly File[], sessionId: string | null): Promise<void> {
  for (const file of files) {
    const data = await base64Of(file);
    await attach((base, isBeyond) => call('attachments.add', { ...base, sessionId, isBeyond, name: attachmentName(file.name), data }));
  }
}

async function attach(ask: (base: Base, isBeyond: boolean) => Promise<Result<Applied>>, isBeyond = false): Promise<void> {
  commitDrafts();
  const reply = await exchange((base) => ask(base, isBeyond));
  if (reply.ok) return;
  if (reply.failure.code !== 'attachments-full' || isBeyond) sayFailure(reply.failure);
  else say('bad', failureSentence(reply.failure), { label: texts().attachments.beyond, run: () => void attach(ask, true) });
}

/** Opens a copy of an attachment, in the application that the system uses for it. */
export async function openAttachment(attachmentId: string): Promise<void> {
  const documentId = openDocument();
  const reply = documentId === null ? null : await call('attachments.open', { documentId, attachmentId });
  if (reply !== null && !reply.ok) sayFailure(reply.failure);
}

/** @returns the content in base64: its data URL after the comma. The browser encodes it, which is faster than any code of ours. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve((typeof reader.result === 'string' ? reader.result : '').replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The dropped file cannot be read')));
    reader.readAsDataURL(file);
  });
}

/** Keeps a document that is dropped in the wrong place from replacing the page. @returns a function that stops watching */
export function refuseStrayDrops(): () => void {
  const refuse = (event: DragEvent): void => event.preventDefault();
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}
