// Saves a document where the user chooses, then offers to open it.
import { useState } from 'react';
import type { Value } from '@contract/channels.ts';
import type { Giving } from '@domain/levels/giving.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { openSaved } from '../../state/acts.ts';
import { giveDocument } from '../../state/giving.ts';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly } from '../../state/window-state.ts';

/** `request` is `null` while there is nothing that may leave. */
type SaveButtonProps = {
  readonly request: DocumentRequest | null;
  readonly locale: Locale;
  readonly giving: Giving;
  readonly isWorkbook: boolean;
};

export function SaveButton({ request, locale, giving, isWorkbook }: SaveButtonProps) {
  const { report: texts, register } = useTexts();
  const isReadOnly = useReadOnly();
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Value<'document.save'> | null>(null);
  const save = async (wanted: DocumentRequest): Promise<void> => {
    setSaving(true);
    const done = await giveDocument(wanted, locale, giving);
    setSaving(false);
    if (done !== null) setSaved(done);
  };
  const label = isWorkbook ? texts.saveWorkbook : texts.save;
  return (
    <div className="field-stack report-save" aria-live="polite">
      <p className="small quiet">{isReadOnly ? register.readOnly : register.frozen}</p>
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
          {texts.saved(saved.fileName)} {registeredAs(saved, register)}{' '}
          <Button kind="quiet" onPress={() => void openSaved(saved)}>
            {texts.open}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function registeredAs({ unkept, changes }: Value<'document.save'>, register: Catalogue['register']): string {
  return unkept === null ? register.registered : changes.length > 0 ? register.registeredBare : '';
}
