// The mark of presentation mode: a strip above everything, with the way out. It stays over every screen, also over one that broke.
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { shortcutName, shortcutWords } from '../state/keys.ts';
import { leavePresentation } from '../state/presentation.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import './presentation.css';

/** Shown in the mode alone; that it begins is announced. */
export function PresentationStrip() {
  const { presentation } = useTexts();
  const isPresenting = useWindow((state) => state.isPresenting);
  const isEntering = useWindow((state) => state.isEntering);
  return (
    <>
      <p role="status" className="visually-hidden">
        {isPresenting ? presentation.entered : ''}
      </p>
      {isPresenting ? (
        <section className="presentation-strip" aria-label={presentation.title} aria-busy={isEntering}>
          <Icon name="screen" />
          <b>{presentation.title}</b>
          <span className="presentation-words">{presentation.strip}</span>
          <span className="grow" />
          <Button
            kind="quiet"
            label={presentation.leaveMode}
            shortcut={shortcutName({ act: 'present' })}
            onPress={() => void leavePresentation()}
          >
            {presentation.leave}
            <kbd>{shortcutWords({ act: 'present' })}</kbd>
          </Button>
        </section>
      ) : null}
    </>
  );
}
