// For which readers something leaves, and who they are.
import { type Level, LEVELS } from '@domain/levels/level.ts';
import { Select } from '../kit/Select.tsx';
import { useTexts } from '../state/texts.ts';

type LevelChoiceProps = { readonly level: Level; readonly onChange: (level: Level) => void };

/** The widest first, as it is spoken of. */
const WIDEST_FIRST = LEVELS.toReversed();

export function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const { levels, register } = useTexts();
  return (
    <div className="giving-level">
      <Select
        label={register.level}
        options={WIDEST_FIRST.map((id) => ({ id, label: levels.readers[id] }))}
        value={level}
        onChange={onChange}
      />
      <p className="small quiet">{levels.meaning[level]}</p>
    </div>
  );
}
