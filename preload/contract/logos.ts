// Logos at the head of the documents.
import type { RecordOf } from '@domain/tables/tables.ts';
import { channel, type NoArgs, type OfRevision } from './channel.ts';
import type { Applied } from './project.ts';

/** A picture that the user has chosen and main has looked into; `data` in Base64. The window draws it small, as a PNG. */
export type LogoFile = {
  readonly name: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly data: string;
};

export const logosChannels = {
  /** Lets the user choose a picture in a system dialog. */
  'logo.choose': channel<NoArgs, LogoFile>(),
  /** Adds the logo that the window has drawn. */
  'logo.add': channel<OfRevision & Pick<RecordOf<'logos'>, 'of' | 'name' | 'picture'>, Applied>(),
};
