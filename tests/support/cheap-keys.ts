// Set-up of the unit tests: without it, most would wait for keys that are slow to derive on purpose.
import { vi } from 'vitest';

vi.mock('../../main/vault/derive-key.ts', async () => import('../model/cheap-derivation.ts'));
