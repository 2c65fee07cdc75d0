// The dialogs above the window that are rare: each is loaded when it is first asked for, or when the window is idle.
import type { ComponentType } from 'react';
import { partOf } from '../kit/Part.tsx';
import { useWindow, type WindowDialog } from '../state/window-state.ts';

const DIALOGS: { readonly [K in WindowDialog['kind']]?: ComponentType } = {
  trouble: partOf(
    async () => (await import('./TroubleDialog.tsx')).TroubleDialog,
    () => null,
  ),
  history: partOf(
    async () => (await import('./HistoryDialog.tsx')).HistoryDialog,
    () => null,
  ),
  leaving: partOf(
    async () => (await import('./LeavingDialog.tsx')).LeavingDialog,
    () => null,
  ),
  recovered: partOf(
    async () => (await import('./RecoveredDialog.tsx')).RecoveredDialog,
    () => null,
  ),
  left: partOf(
    async () => (await import('./LeftDialog.tsx')).LeftDialog,
    () => null,
  ),
  giving: partOf(
    async () => (await import('../giving/GivingDialog.tsx')).GivingDialog,
    () => null,
  ),
  'leave-presentation': partOf(
    async () => (await import('./LeavePresentation.tsx')).LeavePresentation,
    () => null,
  ),
};

/** Shows the one that is asked for, if it is one of these. */
export function AskedDialogs() {
  const kind = useWindow(({ dialog }) => dialog?.kind ?? null);
  const Asked = kind === null ? undefined : DIALOGS[kind];
  return Asked === undefined ? null : <Asked />;
}
