// Who may read a record, said by who will read it; without a level of its own it has the one that it inherits.
import type { Level } from '@domain/levels/level.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { useTexts } from '../state/texts.ts';
import type { FieldAt, PathOf, TableAt } from './field-path.ts';
import { InlineField } from './InlineField.tsx';

/** The fields that hold an own level. */
type LevelPath = Extract<
  PathOf<'choice'>,
  'sessions.level' | 'disagreements.level' | 'attachments.level' | 'organisations.figuresLevel' | 'organisations.noteLevel'
>;

type LevelFieldProps<P extends LevelPath> = {
  readonly of: P;
  readonly record: Pick<RecordOf<TableAt<P>>, 'id' | FieldAt<P>>;
  readonly inherited: Level;
  /** The record stands under a session, of which the level is inherited. */
  readonly isOfSession?: boolean;
  /** Drawn as text that opens on click. */
  readonly isInline?: boolean;
  readonly label?: string;
};

export function LevelField<P extends LevelPath>({ inherited, isOfSession = false, ...field }: LevelFieldProps<P>) {
  const { levels } = useTexts();
  const props = { ...field, none: isOfSession ? levels.asSession(inherited) : levels.inherited(inherited) } as unknown as Parameters<
    typeof InlineField<'sessions.level'>
  >[0]; // each of these fields holds an optional level
  return <InlineField {...props} />;
}
