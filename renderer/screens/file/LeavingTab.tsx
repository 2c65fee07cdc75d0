// Exports for other programs, and removing all traces of the file from this computer.
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { useEffect, useState } from 'react';
import type { Traces } from '@contract/leaving.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { call } from '../../state/bridge.ts';
import { openDialog } from '../../state/dialog.ts';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly, useWindow } from '../../state/window-state.ts';

/** Two cards: what to take along, and what not to leave behind. */
export function LeavingTab() {
  const { leaving, register } = useTexts();
  return (
    <div className="file-cards">
      <Card title={leaving.exportsTitle} isRoomy>
        <OutsidePresentation>
          <p className="quiet">{leaving.exportsText}</p>
        </OutsidePresentation>
        <div className="file-buttons">
          <Button onPress={() => openDialog({ kind: 'giving', what: { kind: 'json' } })}>{leaving.json}</Button>
          <Button onPress={() => openDialog({ kind: 'giving', what: { kind: 'csv' } })}>{leaving.csv}</Button>
        </div>
      </Card>
      <Card title={register.copyTitle} isRoomy>
        <OutsidePresentation>
          <p className="quiet">{register.copyText}</p>
        </OutsidePresentation>
        <div className="file-buttons">
          <Button onPress={() => openDialog({ kind: 'giving', what: { kind: 'copy' } })}>{register.copyAct}</Button>
        </div>
      </Card>
      <TracesCard />
    </div>
  );
}

function TracesCard() {
  const { leaving, file } = useTexts();
  const documentId = useWindow((state) => state.project?.documentId ?? '');
  const isReadOnly = useReadOnly();
  const [traces, setTraces] = useState<Traces | null>(null);
  useEffect(() => {
    void call('traces.read', { documentId }).then((reply) => {
      if (reply.ok) setTraces(reply.value);
    });
  }, [documentId]);
  return (
    <Card title={leaving.tracesTitle} isRoomy>
      <p className="quiet">{leaving.tracesText}</p>
      {traces === null ? null : <p className="number">{leaving.traces(traces.backups, file.size(traces.bytes), traces.setAside)}</p>}
      {isReadOnly ? null : (
        <div className="file-buttons">
          <Button kind="danger" onPress={() => openDialog({ kind: 'leaving', why: 'asked' })}>
            {leaving.leave}
          </Button>
        </div>
      )}
    </Card>
  );
}
