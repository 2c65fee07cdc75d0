// Lets something leave: a document, an export, an attachment, a copy for somebody else; and says whether the register has it.
import type { SavedDocument, Registered } from '@contract/documents.ts';
import type { Exported } from '@contract/leaving.ts';
import type { Giving } from '@domain/levels/giving.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { Result } from '@domain/result.ts';
import { openSaved } from './acts.ts';
import { call } from './bridge.ts';
import { say, sayFailure } from './messages.ts';
import { exchange } from './project.ts';
import { failureSentence, texts } from './texts.ts';
import { commitDrafts, openDocument } from './typing.ts';
import type { GivenAway } from './window-state.ts';

/** @returns the document once it is saved; `null` if it was not, which has been said */
export async function giveDocument(request: DocumentRequest, locale: Locale, giving: Giving): Promise<(SavedDocument & Registered) | null> {
  commitDrafts();
  const reply = await exchange((base) => call('document.save', { ...base, request, locale, giving }));
  if (!reply.ok) {
    sayFailure(reply.failure);
    return null;
  }
  const { report } = texts();
  sayKept(reply.value, report.saved(reply.value.fileName), { label: report.open, run: () => void openSaved(reply.value) });
  return reply.value;
}

/** @returns whether it has left; a refusal has been said */
export async function giveAway(what: GivenAway, giving: Giving): Promise<boolean> {
  commitDrafts();
  const reply = await askFor(what, giving);
  if (!reply.ok) {
    sayFailure(reply.failure);
    return false;
  }
  const { name, folderName } = reply.value;
  const { leaving } = texts();
  const isExport = what.kind === 'json' || what.kind === 'csv';
  sayKept(reply.value, isExport ? leaving.exportedWithPage(name, folderName) : leaving.exported(name, folderName));
  return true;
}

function askFor(what: GivenAway, giving: Giving): Promise<Result<Exported & Registered>> {
  return exchange((base): Promise<Result<Exported & Registered>> => {
    if (what.kind === 'attachment') return call('attachments.save', { ...base, attachmentId: what.attachmentId, giving });
    return what.kind === 'copy' ? call('copy.save', { ...base, giving }) : call('export.save', { ...base, form: what.kind, giving });
  });
}

type Act = { readonly label: string; readonly run: () => void };

/** What has left has left; that the register lacks it, or its copy, is said besides. */
function sayKept({ unkept, changes }: Registered, done: string, act?: Act): void {
  const { register } = texts();
  if (unkept === null) say('good', done, act);
  else if (changes.length > 0) say('bad', failureSentence(unkept), act);
  else say('bad', register.unregistered(failureSentence(unkept)), act);
}

/** Opens the frozen copy of what was given. */
export async function openFrozen(givenId: string): Promise<void> {
  const documentId = openDocument();
  const reply = documentId === null ? null : await call('register.open', { documentId, givenId });
  if (reply !== null && !reply.ok) sayFailure(reply.failure);
}

/** Saves the frozen copy where the user chooses: it is the same document again, so the register does not get it twice. */
export async function saveFrozen(givenId: string): Promise<void> {
  const documentId = openDocument();
  const reply = documentId === null ? null : await call('register.save', { documentId, givenId });
  if (reply === null) return;
  if (reply.ok) say('good', texts().leaving.exported(reply.value.name, reply.value.folderName));
  else sayFailure(reply.failure);
}
