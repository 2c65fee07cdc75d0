// Changes what Tierce knows of the person at work: name, firm, contact details, logo, usual day and scheme.
import type { Profile } from '@contract/settings.ts';
import { longestOf } from '../../forms/field-path.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { DialogButtons } from '../../kit/DialogButtons.tsx';
import { Picture } from '../../kit/Picture.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { closeDialog } from '../../state/dialog.ts';
import { chooseLogo } from '../../state/logos.ts';
import { say } from '../../state/messages.ts';
import { saveProfile } from '../../state/profile.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { type ProfileForm, useProfileForm } from './profile-draft.ts';
import { HabitFields, WhoFields } from './ProfileFields.tsx';
import './profile.css';

export function ProfileDialog({ profile }: { readonly profile: Profile }) {
  const { profile: texts } = useTexts();
  return (
    <Dialog title={texts.title} isOpen onClose={close} isWide>
      <ProfileBody profile={profile} />
    </Dialog>
  );
}

function close(): void {
  closeDialog('profile');
}

function ProfileBody({ profile }: { readonly profile: Profile }) {
  const { profile: texts } = useTexts();
  const form = useProfileForm(profile);
  const submit = useSubmit(async () => {
    const read = form.read();
    if (read === null || !(await saveProfile(read))) return;
    close();
    say('good', texts.saved);
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <p className="quiet small">{texts.about}</p>
      <div className="profile-columns">
        <div className="field-stack">
          <WhoFields form={form} />
          <TextField
            label={texts.letterhead}
            value={form.draft.letterhead}
            onChange={(letterhead) => form.set({ letterhead })}
            hint={texts.letterheadHint}
            maxLength={longestOf('profile.letterhead')}
            isOptional
          />
        </div>
        <div className="field-stack">
          <OwnLogo form={form} />
          <HabitFields form={form} />
        </div>
      </div>
      <DialogButtons onCancel={close} act={texts.save} />
    </form>
  );
}

function OwnLogo({ form: { draft, set } }: { readonly form: ProfileForm }) {
  const { profile: texts, logos } = useTexts();
  const choose = async (): Promise<void> => {
    const chosen = await chooseLogo();
    if (chosen !== null) set({ logo: chosen.picture });
  };
  return (
    <div className="field" role="group" aria-label={texts.logo}>
      <span className="field-label">{texts.logo}</span>
      <div className="profile-logo">
        {draft.logo === '' ? null : <Picture picture={draft.logo} label={texts.logo} />}
        <span className="profile-logo-acts">
          <Button kind="quiet" onPress={() => void choose()}>
            {draft.logo === '' ? texts.chooseLogo : texts.changeLogo}
          </Button>
          {draft.logo === '' ? (
            <span className="quiet small">{logos.kinds}</span>
          ) : (
            <Button kind="quiet" onPress={() => set({ logo: '' })}>
              {texts.removeLogo}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
