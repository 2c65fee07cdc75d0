// One option of a list that a field opens.
import { ListBoxItem } from 'react-aria-components';
import type { Option } from './Select.tsx';

export function optionItem(option: Option) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="option">
      <span className="option-words">{option.label}</span>
    </ListBoxItem>
  );
}
