// Shows the profile to be changed, above any screen; loaded when it is first asked for.
import { partOf } from '../kit/Part.tsx';
import { useDialog } from '../state/dialog.ts';
import { useWindow } from '../state/window-state.ts';

const ProfileDialog = partOf(
  async () => (await import('../screens/profile/ProfileDialog.tsx')).ProfileDialog,
  () => null,
);

export function OwnProfile() {
  const isAsked = useDialog('profile') !== null;
  const profile = useWindow((state) => state.profile);
  return isAsked && profile !== null ? <ProfileDialog profile={profile} /> : null;
}
