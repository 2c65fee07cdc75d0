// The sheet of shortcuts, to be read beside the screen or printed.
import { Button } from '../kit/Button.tsx';
import { useTexts } from '../state/texts.ts';
import { type HelpView, useWindow } from '../state/window-state.ts';
import { HelpText } from './HelpText.tsx';
import { shortcutGroups } from './shortcut-groups.ts';

export function ShortcutSheet({ view }: { readonly view: HelpView }) {
  const texts = useTexts();
  const { help } = texts;
  const isPresenting = useWindow((state) => state.isPresenting);
  return (
    <HelpText title={help.shortcuts} view={view}>
      {shortcutGroups(texts, isPresenting).map(({ title, lines }) => (
        <section key={title} className="help-group">
          <h4>{title}</h4>
          <dl className="help-keys">
            {lines.map(({ id, keys, words }) => (
              <div key={id}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="help-ways">
        <Button onPress={() => window.print()}>{help.print}</Button>
      </div>
    </HelpText>
  );
}
