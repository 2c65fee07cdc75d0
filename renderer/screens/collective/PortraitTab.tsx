// The portrait of the collective: a page that a newcomer reads in five minutes.
import { onlyOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';

const PARTS = ['startedBy', 'trigger', 'story', 'ambition', 'lifeBeyond', 'newcomers'] as const;

/** Each part opens on click. */
export function PortraitTab({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const portrait = onlyOf(view.accompaniment.portrait);
  if (portrait === undefined) return null;
  return (
    <>
      <p className="quiet collective-intro">{texts.portraitText}</p>
      <div className="card card-roomy portrait">
        {PARTS.map((part) => (
          <section key={part}>
            <h2>{texts.portrait[part]}</h2>
            <InlineField
              of={`portrait.${part}`}
              record={portrait}
              label={texts.portrait[part]}
              placeholder={texts.portraitEmpty[part]}
              look="prose"
            />
          </section>
        ))}
      </div>
    </>
  );
}
