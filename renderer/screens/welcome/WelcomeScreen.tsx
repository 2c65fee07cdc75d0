// The first start: who is working, how long a day is, where the files go.
import { type FormEvent, useRef, useState } from 'react';
import type { Profile } from '@contract/settings.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { saveProfile } from '../../state/profile.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow, windowStore } from '../../state/window-state.ts';
import { useProfileForm } from '../profile/profile-draft.ts';
import { HabitFields, WhoFields } from '../profile/ProfileFields.tsx';
import './welcome.css';

/** A few questions, of which only the name must be answered. */
export function WelcomeScreen() {
  const { welcome } = useTexts();
  return (
    <div className="welcome">
      <h1 tabIndex={-1}>{welcome.title}</h1>
      <p className="welcome-lead">{welcome.lead}</p>
      <Card isRoomy>
        <FirstProfile />
      </Card>
      <p className="small quiet">{welcome.privacy}</p>
    </div>
  );
}

function FirstProfile() {
  const { welcome } = useTexts();
  const start = useWindow((state) => state.start);
  const form = useProfileForm({ name: start?.proposedName ?? '' });
  const choosing = useRef<Promise<void> | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const profile = form.read();
    if (profile !== null) void begin(profile, choosing.current);
  };
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <WhoFields form={form} />
      <HabitFields form={form} />
      <LibraryFolder onChoosing={(choice) => (choosing.current = choice)} />
      <Button kind="main" type="submit" isWide>
        {welcome.start}
      </Button>
    </form>
  );
}

function LibraryFolder({ onChoosing }: { readonly onChoosing: (choice: Promise<void>) => void }) {
  const { welcome } = useTexts();
  const proposed = useWindow((state) => state.start?.proposedFolder ?? '');
  const [folder, setFolder] = useState(proposed);
  const choose = async (): Promise<void> => {
    const reply = await call('library.choose', {});
    if (reply.ok) setFolder(reply.value.folderPath);
    else sayFailure(reply.failure);
  };
  return (
    <div className="field">
      <span className="field-label">{welcome.library}</span>
      <span className="welcome-folder">{folder}</span>
      <Button kind="quiet" onPress={() => onChoosing(choose())}>
        {welcome.chooseLibrary}
      </Button>
    </div>
  );
}

/** @param choosing the choice of a folder that may still be on its way: what is written first must go into the chosen one */
async function begin(profile: Profile, choosing: Promise<void> | null): Promise<void> {
  await choosing;
  if (await saveProfile(profile)) goTo({ screen: windowStore.get().project === null ? 'home' : 'sessions' });
}
