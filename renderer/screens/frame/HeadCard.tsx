// The head of the documents: contact details, the logo of the firm, those of who funds.
import type { Accompaniment } from '@domain/document.ts';
import { inOrder } from '@domain/ordering.ts';
import { MOST_LOGOS } from '@domain/tables/logos.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Picture } from '../../kit/Picture.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { addChosenLogo, addLogo } from '../../state/logos.ts';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly, useWindow } from '../../state/window-state.ts';
import { MissionText } from './MissionCard.tsx';

type HeadProps = { readonly accompaniment: Accompaniment; readonly mission: RecordOf<'mission'> };

export function HeadCard({ accompaniment, mission }: HeadProps) {
  const { logos: texts, tables } = useTexts();
  const logos = inOrder(Object.values(accompaniment.logos));
  return (
    <Card title={texts.title}>
      <div className="mission-prose">
        <p className="quiet small">{texts.about}</p>
        <MissionText of="mission.letterhead" mission={mission} placeholder={texts.letterheadEmpty} />
        {logos.length === 0 ? (
          <p className="quiet small">{texts.none}</p>
        ) : (
          <LongList
            items={logos}
            keyOf={({ id }) => id}
            height={64}
            label={tables.logos.many}
            className="head-logos"
            classOf={() => 'head-logo'}
          >
            {(logo) => <LogoRow logo={logo} />}
          </LongList>
        )}
        <AddLogo logos={logos} />
      </div>
    </Card>
  );
}

function LogoRow({ logo }: { readonly logo: RecordOf<'logos'> }) {
  const { logos: texts, tables } = useTexts();
  const isReadOnly = useReadOnly();
  const { id, name, of } = logo;
  return (
    <>
      <Picture picture={logo.picture} label={of === 'firm' ? texts.ofFirm : texts.ofFunder(name)} />
      <span className="head-logo-words">
        <InlineField of="logos.name" record={logo} label={`${texts.name} (${name})`} />
        <span className="quiet small">{tables.logos.choices.of[of]}</span>
      </span>
      {isReadOnly ? null : (
        <Button
          kind="icon"
          icon="trash"
          label={texts.remove(name)}
          onPress={() => void removeWithUndo({ table: 'logos', id, said: texts.removed(name) })}
        />
      )}
    </>
  );
}

function AddLogo({ logos }: { readonly logos: readonly RecordOf<'logos'>[] }) {
  const { logos: texts } = useTexts();
  const isReadOnly = useReadOnly();
  const profile = useWindow((state) => state.profile);
  if (isReadOnly || logos.length >= MOST_LOGOS) return null;
  const hasFirm = logos.some(({ of }) => of === 'firm');
  return (
    <p className="head-add">
      {hasFirm ? null : (
        <Button kind="quiet" icon="plus" onPress={() => void addChosenLogo('firm')}>
          {texts.addFirm}
        </Button>
      )}
      {hasFirm || profile === null || profile.logo === '' ? null : (
        <Button
          kind="quiet"
          onPress={() => void addLogo('firm', { name: profile.organisation.trim() || profile.name, picture: profile.logo })}
        >
          {texts.takeOwn}
        </Button>
      )}
      <Button kind="quiet" icon="plus" onPress={() => void addChosenLogo('funder')}>
        {texts.addFunder}
      </Button>
      <span className="quiet small">{texts.kinds}</span>
    </p>
  );
}
