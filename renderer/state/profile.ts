// Keeps what somebody says of themselves in their personal file.
import type { Profile } from '@contract/settings.ts';
import { call } from './bridge.ts';
import { sayFailure } from './messages.ts';
import { windowStore } from './window-state.ts';

/** @returns whether it is kept; if not, why has been said */
export async function saveProfile(profile: Profile): Promise<boolean> {
  const reply = await call('profile.save', { profile });
  if (reply.ok) windowStore.set({ profile: reply.value });
  else sayFailure(reply.failure);
  return reply.ok;
}
