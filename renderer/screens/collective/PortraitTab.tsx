// The portrait of the collective: a page that a newcomer reads in five minutes.
import { InlineText } from '../../kit/InlineText.tsx';
import { onlyOf, SINGLE_ID } from '@domain/tables/tables.ts';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';

const PARTS = ['startedBy', 'trigger', 'story', 'ambition', 'lifeBeyond', 'newcomers'] as const;

/** Each part opens where one clicks. */
export function PortraitTab({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const portrait = onlyOf(view.accompaniment.portrait);
  return (
    <>
      <p className="quiet collective-intro">{texts.portraitText}</p>
      <div className="card card-roomy portrait">
        {PARTS.map((part) => (
          <section key={part}>
            <h2>{texts.portrait[part]}</h2>
            <InlineText
              label={texts.portrait[part]}
              value={portrait?.[part] ?? ''}
              placeholder={texts.portraitEmpty[part]}
              look="prose"
              isMultiline
              keep={(text) => update('portrait', SINGLE_ID, { [part]: text })}
            />
          </section>
        ))}
      </div>
    </>
  );
}
