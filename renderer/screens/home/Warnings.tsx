// What needs attention in an accompaniment: for each warning, its state in a word and a sentence that says what to do.
import { formatDays } from '@domain/format/durations.ts';
import { isUnder } from '@domain/overview/watch.ts';
import type { Summary } from '@domain/summary.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { lateWords } from '@domain/text/late-words.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Tag } from '../../kit/Tag.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type Warning = { readonly tone: 'warn' | 'bad'; readonly state: string; readonly sentence: string };

/** Draws nothing when all is well. */
export function Warnings({ summary }: { readonly summary: Summary }) {
  const warnings = warningsOf(summary, useTexts(), useLocale());
  if (warnings.length === 0) return null;
  return (
    <span className="warnings">
      {warnings.map(({ tone, state, sentence }) => (
        <span key={state} className="warning">
          <Tag tone={tone}>{state}</Tag> <span className="small">{sentence}</span>
        </span>
      ))}
    </span>
  );
}

function warningsOf(summary: Summary, texts: Catalogue, locale: Locale): readonly Warning[] {
  const { home } = texts;
  return [
    ...daysWarning(summary, home, locale),
    ...lateWarning(summary, texts),
    ...timeWarning(summary, home),
    ...stalledWarning(summary, home),
  ];
}

function daysWarning({ closedOn, forecast }: Summary, home: Catalogue['home'], locale: Locale): readonly Warning[] {
  if (closedOn !== null || !('days' in forecast)) return [];
  const days = formatDays(forecast.days, locale);
  return forecast.state === 'over'
    ? [{ tone: 'bad', state: home.overrun(days), sentence: home.overrunDo }]
    : [{ tone: 'warn', state: home.willMiss(days), sentence: home.willMissDo }];
}

function lateWarning({ late: { count, longest } }: Summary, texts: Catalogue): readonly Warning[] {
  if (longest === null) return [];
  return [
    {
      tone: 'warn',
      state: texts.home.late(count),
      sentence: lateWords(texts, longest).first(shortened(longest.title), texts.home.calendarDays(longest.days)),
    },
  ];
}

function timeWarning({ toConfirm }: Summary, home: Catalogue['home']): readonly Warning[] {
  return toConfirm === 0 ? [] : [{ tone: 'warn', state: home.toConfirm(toConfirm), sentence: home.toConfirmDo }];
}

function stalledWarning(summary: Summary, home: Catalogue['home']): readonly Warning[] {
  if (summary.quietDays === null || !isUnder('stalled', summary)) return [];
  return [{ tone: 'warn', state: home.stalled(summary.quietDays), sentence: home.stalledDo }];
}

const LONGEST_TITLE = 60;

/** Cuts a long title: a thousand characters would hide what to do about it. */
function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).trimEnd()}…`;
}
