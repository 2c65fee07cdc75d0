// The dialogs above the window that are rare: each is loaded when it is first asked for, or when the window is idle.
import type { ComponentType } from 'react';
import { partOf } from '../kit/Part.tsx';
import { useWindow, type WindowDialog } from '../state/window-state.ts';

/** Nothing is drawn in the place of a dialog that is still being loaded. */
function rare(load: () => Promise<ComponentType>): ComponentType {
  return partOf(load, () => null);
}

const DIALOGS: { readonly [K in WindowDialog['kind']]?: ComponentType } = {
  trouble: rare(async () => (await import('./TroubleDialog.tsx')).TroubleDialog),
  history: rare(async () => (await import('./HistoryDialog.tsx')).HistoryDialog),
  leaving: rare(async () => (await import('./LeavingDialog.tsx')).LeavingDialog),
  recovered: rare(async () => (await import('./RecoveredDialog.tsx')).RecoveredDialog),
  left: rare(async () => (await import('./LeftDialog.tsx')).LeftDialog),
  giving: rare(async () => (await import('../giving/GivingDialog.tsx')).GivingDialog),
  'leave-presentation': rare(async () => (await import('./LeavePresentation.tsx')).LeavePresentation),
};

/** Shows the one that is asked for, if it is one of these. */
export function AskedDialogs() {
  const kind = useWindow(({ dialog }) => dialog?.kind ?? null);
  const Asked = kind === null ? undefined : DIALOGS[kind];
  return Asked === undefined ? null : <Asked />;
}
