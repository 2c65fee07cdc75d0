// Saves a document where the user chooses, then offers to open it.
import { useState } from 'react';
import type { Value } from '@contract/channels.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { openSaved } from '../../state/acts.ts';
import { call } from '../../state/bridge.ts';
import { say, sayFailure } from '../../state/messages.ts';
import { texts as textsNow, useTexts } from '../../state/texts.ts';
import { commitDrafts } from '../../state/typing.ts';
import { windowStore } from '../../state/window-state.ts';

type SaveButtonProps = { readonly request: DocumentRequest | null; readonly locale: Locale };

export function SaveButton({ request, locale }: SaveButtonProps) {
  const { report: texts } = useTexts();
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Value<'document.save'> | null>(null);
  const save = async (wanted: DocumentRequest): Promise<void> => {
    setSaving(true);
    const done = await saveDocument(wanted, locale);
    setSaving(false);
    if (done !== null) setSaved(done);
  };
  const label = request?.kind === 'workbook' ? texts.saveWorkbook : texts.save;
  return (
    <div className="field-stack report-save" aria-live="polite">
      <Button
        kind="main"
        icon="document"
        isWide
        isDisabled={isSaving || request === null}
        onPress={() => (request === null ? undefined : void save(request))}
      >
        {isSaving ? texts.saving : label}
      </Button>
      {saved === null ? null : (
        <Notice tone="good" icon="check">
          {texts.saved(saved.fileName)}{' '}
          <Button kind="quiet" onPress={() => void openSaved(saved)}>
            {texts.open}
          </Button>
        </Notice>
      )}
    </div>
  );
}

async function saveDocument(request: DocumentRequest, locale: Locale): Promise<Value<'document.save'> | null> {
  commitDrafts();
  const { project } = windowStore.get();
  if (project === null) return null;
  const reply = await call('document.save', { documentId: project.documentId, request, locale });
  if (!reply.ok) {
    sayFailure(reply.failure);
    return null;
  }
  const { report } = textsNow();
  say('good', report.saved(reply.value.fileName), { label: report.open, run: () => void openSaved(reply.value) });
  return reply.value;
}
