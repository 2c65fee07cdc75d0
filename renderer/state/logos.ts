// Chooses logos and adds them to the open file.
import { partsAtDot } from '@domain/file-name.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { attachmentName } from '@domain/tables/attachments.ts';
import { call } from './bridge.ts';
import { drawnLogo } from './draw-logo.ts';
import { say, sayFailure } from './messages.ts';
import { exchange } from './project.ts';
import { texts } from './texts.ts';
import { commitDrafts } from './typing.ts';

export type ChosenLogo = Pick<RecordOf<'logos'>, 'name' | 'picture'>;

/** Lets the user choose a picture. @returns the logo, named as its file; `null` if there is none, and why has been said */
export async function chooseLogo(): Promise<ChosenLogo | null> {
  const chosen = await call('logo.choose', {});
  const drawn = chosen.ok ? await drawnLogo(chosen.value) : chosen;
  if (chosen.ok && drawn.ok) return { name: nameOf(chosen.value.name), picture: drawn.value };
  if (!drawn.ok) sayFailure(drawn.failure);
  return null;
}

/** Lets the user choose the logo of the firm, or of one who funds, for the head of the documents. */
export async function addChosenLogo(of: RecordOf<'logos'>['of']): Promise<void> {
  const chosen = await chooseLogo();
  if (chosen !== null) await addLogo(of, chosen);
}

/** Adds a logo to the open file. */
export async function addLogo(of: RecordOf<'logos'>['of'], { name, picture }: ChosenLogo): Promise<void> {
  commitDrafts();
  const reply = await exchange((base) => call('logo.add', { ...base, of, name, picture }));
  if (reply.ok) say('good', texts().logos.added);
  else sayFailure(reply.failure);
}

/** The name of a file without its ending is a beginning: the user writes whose logo it is. */
function nameOf(fileName: string): string {
  return partsAtDot(attachmentName(fileName)).stem.trim() || attachmentName(fileName);
}
