// The first start: who is working, how long a day is, where the files go.
import { TABLES } from '@domain/tables/tables.ts';
import { type FormEvent, useRef, useState } from 'react';
import type { Profile, Scheme } from '@contract/settings.ts';
import { formatDayLength } from '@domain/format/durations.ts';
import { parseDayLength } from '@domain/time/parse-days.ts';
import { DEFAULT_DAY } from '@domain/units.ts';
import { longestOf } from '../../forms/field-path.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow, windowStore } from '../../state/window-state.ts';
import './welcome.css';

const SCHEMES = TABLES.profile.fields.scheme.choices;

/** A few questions, of which only the name must be answered. */
export function WelcomeScreen() {
  const { welcome } = useTexts();
  return (
    <div className="welcome">
      <h1 tabIndex={-1}>{welcome.title}</h1>
      <p className="welcome-lead">{welcome.lead}</p>
      <Card isRoomy>
        <ProfileForm />
      </Card>
      <p className="small quiet">{welcome.privacy}</p>
    </div>
  );
}

function ProfileForm() {
  const { welcome, words } = useTexts();
  const start = useWindow((state) => state.start);
  const [name, setName] = useState(start?.proposedName ?? '');
  const [work, setWork] = useState<Work>({ function: '', organisation: '' });
  const [day, setDay] = useState(formatDayLength(DEFAULT_DAY));
  const [scheme, setScheme] = useState<Scheme>('coorace');
  const [isTried, setTried] = useState(false);
  const choosing = useRef<Promise<void> | null>(null);
  const minutesPerDay = parseDayLength(day);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || minutesPerDay === null) return;
    const { function: own, organisation } = work;
    const profile = { name: name.trim(), function: own.trim(), organisation: organisation.trim(), email: '', minutesPerDay, scheme };
    void begin(profile, choosing.current);
  };
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <TextField
        label={welcome.name}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? welcome.nameMissing : null}
        maxLength={longestOf('profile.name')}
        autoFocus
      />
      <WorkFields work={work} onChange={setWork} />
      <TextField
        label={welcome.day}
        value={day}
        onChange={setDay}
        hint={welcome.dayHint}
        error={isTried && minutesPerDay === null ? welcome.dayUnreadable : null}
      />
      <Select
        label={welcome.scheme}
        options={SCHEMES.map((id) => ({ id, label: words.schemeLong[id] }))}
        value={scheme}
        onChange={setScheme}
      />
      <LibraryFolder onChoosing={(choice) => (choosing.current = choice)} />
      <Button kind="main" type="submit" isWide>
        {welcome.start}
      </Button>
    </form>
  );
}

type Work = Pick<Profile, 'function' | 'organisation'>;

/** As what somebody works, and for whom. */
function WorkFields({ work, onChange }: { readonly work: Work; readonly onChange: (work: Work) => void }) {
  const { welcome } = useTexts();
  return (
    <>
      <TextField
        label={welcome.function}
        value={work.function}
        onChange={(value) => onChange({ ...work, function: value })}
        hint={welcome.functionHint}
        maxLength={longestOf('profile.function')}
        isOptional
      />
      <TextField
        label={welcome.firm}
        value={work.organisation}
        onChange={(organisation) => onChange({ ...work, organisation })}
        hint={welcome.firmHint}
        maxLength={longestOf('profile.organisation')}
        isOptional
      />
    </>
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
  const reply = await call('profile.save', { profile });
  if (!reply.ok) {
    sayFailure(reply.failure);
    return;
  }
  windowStore.set({ profile: reply.value });
  goTo({ screen: windowStore.get().project === null ? 'home' : 'sessions' });
}
