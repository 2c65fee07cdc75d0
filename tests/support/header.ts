// The header of a plain file, separate from everything that opens files: quick tests need no more.
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

/** The key of a sealed file that only this computer keeps. */
export const SEALING_KEY = Buffer.alloc(32, 7);
export const SYSTEM_RING = { id: 'ring-0001', slots: [{ kind: 'system' as const, wrapped: 'AAAA' }] };
export const SEALED_HEADER: Project['header'] = { ...HEADER, keys: { file: SYSTEM_RING, vault: null } };
