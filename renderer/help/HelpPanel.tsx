// The help beside the screen, which goes on living: the guide, or the sheet of shortcuts. It stands above dialogs as well.
import { type KeyboardEvent, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../kit/Button.tsx';
import { keyOf, makesCharacter, shortcutName, shortcutWords } from '../state/keys.ts';
import { useTexts } from '../state/texts.ts';
import type { HelpView } from '../state/window-state.ts';
import { GuideView } from './GuideView.tsx';
import { closeHelp, leaveHelp, showGuide, showShortcuts } from '../state/help.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import './help.css';

/**
 * No dialog: nothing behind it is closed to the user. `data-react-aria-top-layer` keeps it open to them beside a dialog too, for which it
 * stands outside of the application's own element.
 */
export function HelpPanel({ view }: { readonly view: HelpView }) {
  const { help } = useTexts();
  const { kind } = view;
  useEffect(() => {
    const { dataset } = document.documentElement; // the page makes room without drawing the screen again
    dataset['help'] = kind;
    return () => {
      delete dataset['help'];
    };
  }, [kind]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (keyOf(event) === 'Escape') closeHelp();
    if (makesCharacter(event) && keyOf(event) !== ' ') seekIn(event.currentTarget);
  };
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, wherever the focus is in it
    <aside
      className={`help help-${kind}`}
      aria-label={help.title}
      data-react-aria-top-layer="true"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => leaveHelp(relatedTarget)}
    >
      <div className="help-head">
        <h2 className="help-title">{help.title}</h2>
        <span className="grow" />
        {kind === 'guide' ? (
          <Button kind="quiet" onPress={showShortcuts} shortcut={shortcutName({ act: 'shortcuts' })}>
            {help.shortcuts}
          </Button>
        ) : (
          <Button kind="quiet" onPress={showGuide}>
            {help.guide}
          </Button>
        )}
        <Button kind="icon" icon="close" label={help.close} onPress={closeHelp} />
      </div>
      {view.kind === 'guide' ? <GuideView view={view} /> : <ShortcutSheet view={view} />}
      <p className="help-foot">{help.hint(shortcutWords({ act: 'help' }))}</p>
    </aside>,
    document.body,
  );
}

/** Whoever types in the guide looks for a word: the line takes the key that is being pressed. */
function seekIn(panel: HTMLElement): void {
  const line = panel.querySelector('input');
  if (line === null || line === document.activeElement) return;
  line.focus();
  line.select();
}
