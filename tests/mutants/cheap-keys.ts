// Set-up of a run of machine-made mutations: thousands of them would wait for keys that are slow to derive on purpose.
import { vi } from 'vitest';

vi.mock('../../main/vault/derive-key.ts', async () => import('../model/cheap-derivation.ts'));
