// A menu of further actions behind a small button.
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import './button.css';
import './select.css';

export type MenuAction = { readonly id: string; readonly label: string; readonly run: () => void; readonly isDanger?: boolean };

type MenuProps = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** The words of the button; without them, it shows three dots. */
  readonly words?: string;
};

/** Opens on press or with the arrow keys. */
export function Menu({ label, actions, words }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={`button ${words === undefined ? 'button-icon' : 'button-plain'}`} aria-label={label}>
        {words ?? <Icon name="more" />}
      </Button>
      <Popover className="popover" placement={words === undefined ? 'bottom end' : 'bottom start'} offset={4}>
        <AriaMenu className="options" aria-label={label}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} onAction={action.run} className={`option${action.isDanger ? ' option-danger' : ''}`}>
              {action.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
