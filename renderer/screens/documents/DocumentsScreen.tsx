// The documents: one that is prepared with its pages beside it, or the register of those that were given.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { useAccompaniment } from '../../state/edit.ts';
import { useWanted } from '../../state/go-back.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { type Choice, firstChoice } from './choice.ts';
import { Preparing } from './Preparing.tsx';
import { RegisterView } from './RegisterView.tsx';
import './documents.css';

type View = 'prepare' | 'given';

/** What is chosen for a document is still there after a look at the register. */
export function DocumentsScreen() {
  const { register: texts } = useTexts();
  const accompaniment = useAccompaniment();
  const route = useWindow((state) => state.route);
  const windowLocale = useLocale();
  const from = route.screen === 'documents' ? (route.sessionId ?? null) : null;
  const [choice, setChoice] = useState<Choice>(() => firstChoice(accompaniment, from, windowLocale, today()));
  const [view, setView] = useState<View>('prepare');
  const place = useFocusAfter(view);
  useWanted(
    (wanted) => view !== 'given' && wanted.startsWith('documents/') && accompaniment.documents[wanted.split('/')[1] ?? ''] !== undefined,
    () => setView('given'),
  );
  const count = Object.keys(accompaniment.documents).length;
  const turn = (
    <Button kind="quiet" onPress={() => setView(view === 'given' ? 'prepare' : 'given')}>
      {view === 'given' ? texts.tab.prepare : count === 0 ? texts.tab.given : `${texts.tab.given} · ${count}`}
    </Button>
  );
  return (
    <div ref={place} className="documents-view">
      {view === 'given' ? (
        <RegisterView turn={turn} />
      ) : (
        <Preparing accompaniment={accompaniment} choice={choice} from={from} turn={turn} onChange={setChoice} />
      )}
    </div>
  );
}

/** The button that turned the view is gone with it: the focus moves to the new heading. */
function useFocusAfter(view: View) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    place.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [view]);
  return place;
}
