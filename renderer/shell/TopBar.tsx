// The bar at the top: the logo, the current place, whether everything is saved, search, undo, theme, language and help.
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Logo } from '../kit/Logo.tsx';
import { Tag } from '../kit/Tag.tsx';
import { showGuide } from '../state/help.ts';
import { changeLanguage, changeTheme, shownTheme } from '../state/appearance.ts';
import { togglePalette } from '../state/dialog.ts';
import { type Shortcut, shortcutName, shortcutWords } from '../state/keys.ts';
import { togglePresentation } from '../state/presentation.ts';
import { leave, turn } from '../state/project.ts';
import { useTexts } from '../state/texts.ts';
import { isFirstStart, useWindow, type windowStore } from '../state/window-state.ts';
import { SavingIndicator } from './SavingIndicator.tsx';
import { onlyOf } from '@domain/tables/tables.ts';

/** The same on every screen; parts about the file are shown only while one is open. */
export function TopBar() {
  const { shell } = useTexts();
  const title = useWindow((state) => titleOf(state.project));
  const isExample = useWindow((state) => state.project?.isExample === true);
  const isWelcomed = useWindow((state) => !isFirstStart(state));
  const isInside = title !== null;
  return (
    <header className="top-bar">
      <div className="brand">
        <Logo />
        {shell.appName}
      </div>
      {isInside ? (
        <nav className="crumb" aria-label={shell.whereAmI}>
          <Button kind="quiet" onPress={() => void leave()}>
            {shell.accompaniments}
          </Button>
          <span aria-hidden="true">/</span>
          <b className="crumb-title">{title === '' ? shell.untitled : title}</b>
          {isExample ? <Tag>{shell.exampleLabel}</Tag> : null}
        </nav>
      ) : null}
      <span className="grow" />
      <SavingIndicator />
      <Opening />
      {isWelcomed ? <PaletteButton /> : null}
      {isInside ? <UndoButtons /> : null}
      <AppearanceButtons />
      <PresentationButton />
      <HelpButton />
    </header>
  );
}

/** Shown while a file is being opened, which takes a while if it is large. */
function Opening() {
  const { shell } = useTexts();
  const isOpening = useWindow((state) => state.isOpening);
  return (
    <span role="status" className="saving">
      {isOpening ? shell.loading : ''}
    </span>
  );
}

const PALETTE: Shortcut = { act: 'palette' };

function PaletteButton() {
  const { shell } = useTexts();
  return (
    <AriaButton className="search-button" aria-label={shell.searchOrAct} onPress={togglePalette} aria-keyshortcuts={shortcutName(PALETTE)}>
      <Icon name="search" />
      <span className="search-words">{shell.searchOrAct}</span>
      <kbd>{shortcutWords(PALETTE)}</kbd>
    </AriaButton>
  );
}

function UndoButtons() {
  const { shell, stepName } = useTexts();
  const undo = useWindow((state) => state.undo);
  const undoLabel = undo.undo === null ? shell.nothingToUndo : shell.undoNamed(stepName(undo.undo));
  const redoLabel = undo.redo === null ? shell.nothingToRedo : shell.redoNamed(stepName(undo.redo));
  return (
    <span className="bar-buttons">
      <Button
        kind="icon"
        icon="undo"
        label={undoLabel}
        isDisabled={undo.undo === null}
        onPress={() => void turn('project.undo')}
        shortcut={shortcutName({ act: 'undo' })}
      />
      <Button
        kind="icon"
        icon="redo"
        label={redoLabel}
        isDisabled={undo.redo === null}
        onPress={() => void turn('project.redo')}
        shortcut={shortcutName({ act: 'redo' })}
      />
    </span>
  );
}

function AppearanceButtons() {
  const { shell } = useTexts();
  const settings = useWindow((state) => state.settings);
  const theme = shownTheme(settings);
  const isFrench = settings.locale === 'fr';
  return (
    <span className="bar-buttons">
      <Button
        kind="icon"
        icon={theme === 'dark' ? 'sun' : 'moon'}
        label={theme === 'dark' ? shell.toLight : shell.toDark}
        onPress={() => void changeTheme(theme === 'dark' ? 'light' : 'dark')}
      />
      <Button kind="icon" label={isFrench ? shell.toEnglish : shell.toFrench} onPress={() => void changeLanguage(isFrench ? 'en' : 'fr')}>
        <span lang={isFrench ? 'en' : 'fr'}>{isFrench ? 'EN' : 'FR'}</span>
      </Button>
    </span>
  );
}

function PresentationButton() {
  const { presentation } = useTexts();
  const isPresenting = useWindow((state) => state.isPresenting);
  const keys = shortcutWords({ act: 'present' });
  return (
    <span title={isPresenting ? presentation.leaveMode : presentation.hint(keys)}>
      <Button
        kind="icon"
        icon="screen"
        label={presentation.enter}
        isPressed={isPresenting}
        shortcut={shortcutName({ act: 'present' })}
        onPress={togglePresentation}
      />
    </span>
  );
}

function HelpButton() {
  const { help } = useTexts();
  return <Button kind="icon" icon="help" label={help.title} shortcut={shortcutName({ act: 'help' })} onPress={showGuide} />;
}

/** @returns the title of the open accompaniment, `null` when none is open. */
export function titleOf(project: ReturnType<typeof windowStore.get>['project']): string | null {
  if (project === null) return null;
  return onlyOf(project.document.accompaniment.mission)?.title ?? '';
}
