// Whether the notebook opens without its passphrase on this computer, as main says it, and changing that.
import type { SystemState, VaultSecret } from '@contract/vault.ts';
import type { Result } from '@domain/result.ts';
import { call } from './bridge.ts';
import { openDocument } from './typing.ts';

/** @returns `unavailable` as well where nothing could be asked */
export async function readSystem(): Promise<SystemState> {
  const documentId = openDocument();
  const reply = documentId === null ? null : await call('vault.system', { documentId });
  return reply?.ok === true ? reply.value.system : 'unavailable';
}

/** Refused as passphrase-wrong, secrets-unavailable. */
export async function turnSystemOn(documentId: string, secret: VaultSecret): Promise<Result<unknown>> {
  return call('vault.systemOn', { documentId, secret });
}

export async function turnSystemOff(documentId: string): Promise<Result<unknown>> {
  return call('vault.systemOff', { documentId });
}
