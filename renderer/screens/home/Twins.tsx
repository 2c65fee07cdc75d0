// Names other files of the folder that are copies of this one, probably made by a synchroniser.
import { Tag } from '../../kit/Tag.tsx';
import { useTexts } from '../../state/texts.ts';

export function Twins({ names }: { readonly names: readonly string[] }) {
  const { home } = useTexts();
  return (
    <span className="small library-twins">
      <Tag tone="warn">{home.twin}</Tag> {home.twinText(names.join(', '))}
    </span>
  );
}
