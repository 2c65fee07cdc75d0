// The form of a time entry; what will remain after it is shown before saving.
import { useCallback, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { create, update } from '../../state/edit.ts';
import { say } from '../../state/messages.ts';
import { useSubmit } from '../../state/submit.ts';
import { texts, useTexts } from '../../state/texts.ts';
import { useDayChange } from '../../state/today.ts';
import { useLocale, windowStore } from '../../state/window-state.ts';
import { draftOf, type EntryDraft, type EntryReading, isReasonMissing, newDraft, onDay, readDraft, withoutSaved } from './entry-draft.ts';
import { EntryFields } from './EntryFields.tsx';

type EntryFormProps = {
  readonly accompaniment: Accompaniment;
  readonly entry: RecordOf<'timeEntries'> | null;
  readonly sessionId: string | null;
  readonly onEnd: () => void;
};

/** Adds an entry, or changes `entry`. */
export function EntryForm({ accompaniment, entry, sessionId, onEnd }: EntryFormProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const [draft, setDraft] = useState<EntryDraft>(() =>
    entry === null ? newDraft(accompaniment, sessionId) : draftOf(entry, formatHours(entry.minutes, locale)),
  );
  const [isTried, setTried] = useState(false);
  useDayChange((before, now) => setDraft((held) => (entry === null && sessionId === null ? onDay(held, before, now) : held)));
  const reading = readDraft(accompaniment, draft, entry);
  const change = useCallback((part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part })), []);
  const save = useSubmit(async () => {
    setTried(true);
    if (reading.fields === null || isReasonMissing(draft, reading)) return;
    const changes = await (entry === null ? create('timeEntries', reading.fields) : update('timeEntries', entry.id, reading.fields));
    if (changes === null) return;
    saySaved(reading);
    setTried(false);
    setDraft((now) => withoutSaved(now, draft));
    onEnd();
  });
  return (
    <Card title={entry === null ? time.form : time.formEdit}>
      <form className="field-stack" onSubmit={save} noValidate>
        <EntryFields accompaniment={accompaniment} draft={draft} reading={reading} isTried={isTried} onChange={change} />
        <Button kind="main" type="submit" isWide>
          {entry === null ? time.save : time.saveEdit}
        </Button>
        {entry === null ? null : <CancelButton onEnd={onEnd} />}
      </form>
    </Card>
  );
}

/** Says what was saved, and what remains of its envelope. */
export function saySaved({ fields, after, line, spent }: EntryReading): void {
  const { time } = texts();
  const { locale } = windowStore.get().settings;
  const words = formatHours(fields?.minutes ?? spent, locale);
  if (after === null || line === null || spent === 0) say('good', time.saved(words));
  else if (after < 0) say('good', time.savedOver(words, formatDays(-after / line.minutesPerDay, locale)));
  else say('good', time.savedRemaining(words, formatDays(after / line.minutesPerDay, locale)));
}

function CancelButton({ onEnd }: { readonly onEnd: () => void }) {
  const { time } = useTexts();
  return (
    <Button isWide onPress={onEnd}>
      {time.cancelEdit}
    </Button>
  );
}
