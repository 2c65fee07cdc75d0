// What somebody says of themselves, as it is being typed.
import { useState } from 'react';
import type { Profile } from '@contract/settings.ts';
import { formatDayLength } from '@domain/format/durations.ts';
import { parseDayLength } from '@domain/time/parse-days.ts';
import { DEFAULT_DAY, minutesPerDay as perDay } from '@domain/units.ts';

/** `day`: as typed; `isTried`: it was sent once, so that what is missing may be told. */
export type ProfileDraft = Omit<Profile, 'minutesPerDay'> & { readonly day: string; readonly isTried: boolean };

export type ProfileForm = {
  readonly draft: ProfileDraft;
  readonly set: (fields: Partial<ProfileDraft>) => void;
  /** @returns the profile, its texts trimmed; `null` if something is missing, which the fields then tell */
  readonly read: () => Profile | null;
};

const FIRST: Profile = {
  name: '',
  function: '',
  organisation: '',
  letterhead: '',
  logo: '',
  email: '',
  minutesPerDay: DEFAULT_DAY,
  scheme: 'coorace',
};

/** @param known what is known already */
export function useProfileForm(known: Partial<Profile>): ProfileForm {
  const [draft, setDraft] = useState((): ProfileDraft => {
    const { minutesPerDay, ...rest } = { ...FIRST, ...known };
    return { ...rest, day: formatDayLength(perDay(minutesPerDay)), isTried: false };
  });
  const set = (fields: Partial<ProfileDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const read = (): Profile | null => {
    set({ isTried: true });
    return profileIn(draft);
  };
  return { draft, set, read };
}

function profileIn(draft: ProfileDraft): Profile | null {
  const minutesPerDay = parseDayLength(draft.day);
  if (draft.name.trim() === '' || minutesPerDay === null) return null;
  const trimmed = (field: 'name' | 'function' | 'organisation' | 'letterhead' | 'email'): string => draft[field].trim();
  return {
    logo: draft.logo,
    scheme: draft.scheme,
    name: trimmed('name'),
    function: trimmed('function'),
    organisation: trimmed('organisation'),
    letterhead: trimmed('letterhead'),
    email: trimmed('email'),
    minutesPerDay,
  };
}
