// The first steps on Home: each sentence leads to its place, and is ticked once it is done.
import type { Library } from '@contract/library.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { openEntry, openExample } from '../../state/acts.ts';
import { hideFirstSteps } from '../../state/appearance.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { type FirstStep, firstStepsIn } from './first-steps.ts';
import { sorted } from './library-view.ts';

/** Shows nothing once they are done, or closed for good. */
export function FirstSteps({ library }: { readonly library: Library }) {
  const { firstSteps } = useTexts();
  const isHidden = useWindow(({ settings }) => settings.hidesFirstSteps);
  const steps = isHidden ? [] : firstStepsIn(library);
  if (steps.length === 0) return null;
  return (
    <div className="first-steps">
      <Card
        title={firstSteps.title}
        action={<Button kind="icon" icon="close" label={firstSteps.hide} onPress={() => void hideFirstSteps()} />}
      >
        <ol>
          {steps.map((step) => (
            <Step key={step.id} step={step} way={wayOf(step, library)} />
          ))}
        </ol>
      </Card>
    </div>
  );
}

function Step({ step: { id, isDone }, way }: { readonly step: FirstStep; readonly way: (() => void) | null }) {
  const { firstSteps } = useTexts();
  const { act, text } = firstSteps[id];
  return (
    <li className={`first-step${isDone ? ' first-step-done' : ''}`}>
      <span className="first-step-mark">{isDone ? <Icon name="check" size={14} /> : null}</span>
      <span>
        <span className="visually-hidden">{isDone ? firstSteps.done : firstSteps.todo} </span>
        {way === null ? (
          <b className="small">{act}</b>
        ) : (
          <Button kind="quiet" onPress={way}>
            {act}
          </Button>
        )}
        <span className="quiet small">
          {'\u00a0– '}
          {text}
        </span>
      </span>
    </li>
  );
}

/** @returns how to take a step; `null` for what needs an accompaniment that is not there yet */
function wayOf({ id }: FirstStep, { entries }: Library): (() => void) | null {
  if (id === 'example') return () => void openExample();
  if (id === 'create') return () => goTo({ screen: 'new' });
  const [first] = sorted(entries).readable;
  return first === undefined ? null : () => void openEntry(first.entryId, { screen: id === 'days' ? 'time' : 'sessions' });
}
