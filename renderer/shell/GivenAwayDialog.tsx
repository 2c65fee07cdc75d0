// Shows what is about to leave, above any screen; loaded when it is first asked for.
import { partOf } from '../kit/Part.tsx';
import { useDialog } from '../state/dialog.ts';

const GivingDialog = partOf(
  async () => (await import('../giving/GivingDialog.tsx')).GivingDialog,
  () => null,
);

export function GivenAwayDialog() {
  const dialog = useDialog('giving');
  return dialog === null ? null : <GivingDialog what={dialog.what} />;
}
