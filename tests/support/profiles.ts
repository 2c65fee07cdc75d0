// People at work, as the tests need them.
import type { Profile } from '@contract/settings.ts';
import { DEFAULT_DAY } from '@domain/units.ts';

/** @returns somebody of whom nothing is said but the name and these fields */
export function profileOf(name: string, fields: Partial<Profile> = {}): Profile {
  return {
    name,
    function: '',
    organisation: '',
    letterhead: '',
    logo: '',
    email: '',
    minutesPerDay: DEFAULT_DAY,
    scheme: 'dla',
    ...fields,
  };
}
