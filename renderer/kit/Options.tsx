// The list of options that a field opens.
import { ListBox } from 'react-aria-components';
import { optionItem } from './OptionItem.tsx';
import { partOf } from './Part.tsx';
import type { Option } from './Select.tsx';
import './select.css';

/** Up to this many options, each is as tall as its text needs; with more, each is one line. */
export const MOST_FREE_OPTIONS = 100;

export type OptionsProps = {
  readonly count: number;
  /** Left out if the field above filters the options itself. */
  readonly items?: readonly Option[];
  readonly chosen?: string | null;
};

const LongOptions = partOf(async () => (await import('./LongOptions.tsx')).LongOptions, ShortOptions);

export function Options(props: OptionsProps) {
  return props.count <= MOST_FREE_OPTIONS ? <ShortOptions {...props} /> : <LongOptions {...props} />;
}

function ShortOptions({ items }: OptionsProps) {
  return (
    <ListBox className="options" {...(items === undefined ? {} : { items })}>
      {optionItem}
    </ListBox>
  );
}
