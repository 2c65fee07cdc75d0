// The tools handed over to the collective, so that it can go on alone.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { lineLook } from './CheckList.tsx';
import { NewLine } from './NewLine.tsx';
import { useAdding } from './use-adding.ts';

/** A tool is ticked when it is handed over. */
export function Tools({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { frame } = useTexts();
  const adding = useAdding('tools.title');
  const tools = inOrder(Object.values(accompaniment.tools));
  return (
    <>
      {tools.length === 0 && adding.turn === 0 ? <p className="quiet small">{frame.toolsEmpty}</p> : null}
      <LongList
        items={tools}
        keyOf={({ id }) => id}
        height={41}
        label={frame.tools}
        className="check-list"
        classOf={({ handedOverOn }) => lineLook(handedOverOn !== null)}
        end={
          adding.turn > 0 ? (
            <NewLine
              key={adding.turn}
              of="tools.title"
              label={frame.addTool}
              onAdd={(title) => create('tools', { title })}
              onEnd={adding.end}
            />
          ) : null
        }
      >
        {(tool) => <ToolLine tool={tool} accompaniment={accompaniment} />}
      </LongList>
      <Button kind="quiet" onPress={adding.begin}>
        {frame.addTool}
      </Button>
    </>
  );
}

function ToolLine({ tool, accompaniment }: { readonly tool: RecordOf<'tools'>; readonly accompaniment: Accompaniment }) {
  const { frame } = useTexts();
  const locale = useLocale();
  const isOver = tool.handedOverOn !== null;
  const holder = tool.holderId === null ? '' : (accompaniment.people[tool.holderId]?.name ?? '');
  const words = [holder, tool.handedOverOn === null ? '' : formatDate(tool.handedOverOn, 'plain', locale)]
    .filter((part) => part !== '')
    .join(' · ');
  const remove = () => void removeWithUndo({ table: 'tools', id: tool.id, said: frame.toolRemoved(tool.title) });
  return (
    <>
      <Checkbox
        isSelected={isOver}
        onChange={(done) => void update('tools', tool.id, { handedOverOn: done ? today() : null })}
        label={frame.toolHandedOver(tool.title)}
      />
      <InlineField of="tools.title" record={tool} label={frame.tool} />
      <span className="small quiet number">{words}</span>
      <Button kind="icon" icon="close" label={frame.removeTool(tool.title)} onPress={remove} />
    </>
  );
}
