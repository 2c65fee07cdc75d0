// The guide: a line to look for words, and one of its parts, or the list of those that were found.
import { wordsSought } from '@domain/writing/search-key.ts';
import { Button } from '../kit/Button.tsx';
import { Found } from '../kit/Found.tsx';
import { Markdown } from '../kit/Markdown.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useTexts } from '../state/texts.ts';
import { type HelpView, useLocale } from '../state/window-state.ts';
import { guideIn, type GuidePart } from './guide.ts';
import { searchGuide, type FoundPart } from './guide-search.ts';
import { listParts, screenPart, showPart } from '../state/help.ts';
import { HelpText } from './HelpText.tsx';

type GuideProps = { readonly view: Extract<HelpView, { readonly kind: 'guide' }> };

/** Longer than anybody looks for. */
const LONGEST_SOUGHT = 200;

/** Enter in the line goes to the first part that was found. */
export function GuideView({ view }: GuideProps) {
  const { help } = useTexts();
  const parts = guideIn(useLocale());
  const found = searchGuide(parts, view.sought);
  const goToFirst = (): void => {
    const [first] = found;
    if (first !== undefined) showPart(first.part.id, view.sought);
  };
  return (
    <>
      <div className="help-search">
        <TextField
          label={help.search}
          placeholder={help.search}
          value={view.sought}
          onChange={listParts}
          onEnter={goToFirst}
          maxLength={LONGEST_SOUGHT}
          isLabelHidden
        />
        <Button kind="quiet" onPress={() => listParts('')}>
          {help.allParts}
        </Button>
      </div>
      {view.isListed ? <PartList found={found} view={view} /> : <OnePart view={view} parts={parts} />}
    </>
  );
}

function OnePart({ view, parts }: GuideProps & { readonly parts: readonly GuidePart[] }) {
  const { help } = useTexts();
  const part = parts.find(({ id }) => id === view.part) ?? parts[0];
  if (part === undefined) return null;
  const next = parts[parts.indexOf(part) + 1];
  return (
    <HelpText title={part.title} view={view} {...(part.id === screenPart() ? { over: help.ofThisScreen } : {})}>
      <Markdown text={part.text} sought={view.sought} />
      {next === undefined ? null : (
        <div className="help-ways">
          <Button kind="quiet" onPress={() => showPart(next.id)}>
            {help.next(next.title)}
          </Button>
        </div>
      )}
    </HelpText>
  );
}

function PartList({ found, view }: GuideProps & { readonly found: readonly FoundPart[] }) {
  const { help } = useTexts();
  const { sought } = view;
  const words = wordsSought(sought);
  const title = words.length === 0 ? help.allParts : help.found(found.length);
  return (
    <HelpText title={title} view={view}>
      {found.length > 0 ? (
        <ul className="help-list">
          {found.map(({ part, excerpt }) => (
            <li key={part.id}>
              <button type="button" className="help-part" onClick={() => showPart(part.id, sought)}>
                <b>
                  <Found text={part.title} words={words} />
                </b>
                {excerpt === '' ? null : (
                  <span className="help-excerpt">
                    <Found text={excerpt} words={words} />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="help-none">{help.none}</p>
      )}
    </HelpText>
  );
}
