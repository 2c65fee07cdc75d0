// The period of the mission in words.
import { formatEnds } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { useTexts } from './texts.ts';
import { useLocale } from './window-state.ts';

/** @returns from when to when the mission lasts, or that this is not said yet */
export function useMissionPeriod({ startsOn, endsOn }: RecordOf<'mission'>): string {
  const { frame } = useTexts();
  const locale = useLocale();
  if (startsOn === null || endsOn === null) return frame.noPeriod;
  return frame.periodLine(...formatEnds([startsOn, endsOn], 'long', locale));
}
