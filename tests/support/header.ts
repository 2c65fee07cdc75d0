// The header of a plain file, apart from all that opens files: quick tests need no more.
import type { Project } from '../../main/files/envelope.ts';
import { NOW } from './moment.ts';

export const HEADER: Project['header'] = {
  fileId: 'test-file-1',
  copyOf: null,
  revision: 0,
  savedBy: 'Sonia Nadir',
  savedAt: NOW,
  keys: { file: null, vault: null },
};
