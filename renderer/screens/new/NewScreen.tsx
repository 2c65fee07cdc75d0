// A new accompaniment in four short steps, of which only the first must be answered.
import { useRef, useState } from 'react';
import { formatDayLength } from '@domain/format/durations.ts';
import { DEFAULT_DAY, minutesPerDay } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { call } from '../../state/bridge.ts';
import { goTo } from '../../state/navigation.ts';
import { onlyOnce } from '../../state/once.ts';
import { enter } from '../../state/project.ts';
import { goToUnreadable } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { type WindowState, windowStore } from '../../state/window-state.ts';
import { Ahead } from './Ahead.tsx';
import { CollectiveStep } from './CollectiveStep.tsx';
import { DaysStep } from './DaysStep.tsx';
import { MissionStep } from './MissionStep.tsx';
import { draftOf, type NewForm, type Problems, problemsOf, STEPS, stepOf, type StepName } from './new-form.ts';
import { SchemeStep } from './SchemeStep.tsx';
import { StepList } from './StepList.tsx';
import './new.css';

export type StepProps = { readonly form: NewForm; readonly problems: Problems; readonly onChange: (part: Partial<NewForm>) => void };

/** Steps at the left, questions in the middle, a preview of the phases at the right. */
export function NewScreen() {
  const texts = useTexts();
  const { start } = texts;
  const [form, setForm] = useState<NewForm>(() => emptyForm(windowStore.get().profile));
  const [step, setStep] = useState<StepName>('scheme');
  const [isTried, setTried] = useState(false);
  const problems = problemsOf(form, texts);
  const questions = useRef<HTMLDivElement>(null);
  const moveTo = (next: StepName): void => {
    if (!goToUnreadable(questions.current)) setStep(next);
  };
  const create = async (): Promise<void> => {
    if (goToUnreadable(questions.current)) return;
    setTried(true);
    const [wrong] = Object.keys(problems) as readonly (keyof NewForm)[];
    if (wrong !== undefined) setStep(stepOf(wrong));
    else {
      const draft = draftOf(form, start.unnamedFunder);
      await onlyOnce('project.create', () => enter(call('project.create', { draft }), { screen: 'frame' }));
    }
  };
  const onChange = (part: Partial<NewForm>): void => setForm((before) => ({ ...before, ...part }));
  const shown = isTried ? problems : early(problems);
  return (
    <div className="new">
      <div className="new-steps">
        <h1 tabIndex={-1} className="new-title">
          {start.title}
        </h1>
        <StepList form={form} problems={shown} step={step} onStep={moveTo} />
        <p className="small quiet new-note">{start.onlyScheme}</p>
      </div>
      <div className="new-questions" ref={questions}>
        <Question step={step} form={form} problems={shown} onChange={onChange} />
        <Buttons step={step} onStep={moveTo} onCreate={() => void create()} />
      </div>
      <Ahead form={form} />
    </div>
  );
}

/** @returns the problems to show at once; other fields may just be unfinished, and are reported when the user tries to create. */
function early({ endsOn, opening }: Problems): Problems {
  return { ...(endsOn === undefined ? {} : { endsOn }), ...(opening === undefined ? {} : { opening }) };
}

function Question({ step, ...props }: StepProps & { readonly step: StepName }) {
  if (step === 'scheme') return <SchemeStep {...props} />;
  if (step === 'mission') return <MissionStep {...props} />;
  if (step === 'collective') return <CollectiveStep {...props} />;
  return <DaysStep {...props} />;
}

type ButtonsProps = { readonly step: StepName; readonly onStep: (step: StepName) => void; readonly onCreate: () => void };

function Buttons({ step, onStep, onCreate }: ButtonsProps) {
  const { start } = useTexts();
  const position = STEPS.indexOf(step);
  const before = STEPS[position - 1];
  const after = STEPS[position + 1];
  return (
    <div className="new-buttons">
      <Button onPress={() => (before === undefined ? goTo({ screen: 'home' }) : onStep(before))}>{start.back}</Button>
      {after === undefined ? (
        <Button kind="main" onPress={onCreate}>
          {start.create}
        </Button>
      ) : (
        <Button kind="main" onPress={() => onStep(after)}>
          {start.next}
        </Button>
      )}
      <span className="grow" />
      {after === undefined ? null : (
        <Button kind="quiet" onPress={onCreate}>
          {start.createAsIs}
        </Button>
      )}
    </div>
  );
}

function emptyForm(profile: WindowState['profile']): NewForm {
  return {
    scheme: profile?.scheme ?? 'coorace',
    title: '',
    territory: '',
    startsOn: null,
    endsOn: null,
    commissioner: '',
    officer: '',
    need: '',
    expectedResults: '',
    organisations: [],
    structure: '',
    funder: null,
    contract: '',
    days: '',
    dayLength: formatDayLength(minutesPerDay(profile?.minutesPerDay ?? DEFAULT_DAY)),
    overrun: 'warn',
    isUnderWay: false,
    sessionsBefore: '',
    opening: '',
  };
}
