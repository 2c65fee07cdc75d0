// Whether Caps Lock is on while a secret is typed: an event of the keyboard says so, and nothing else does.
import { useState } from 'react';
import { isCapsLockOn, type KeyEvent } from '../state/keys.ts';

/** `isOn` stays when the field is left: a line that goes at that moment would move the button that is being pressed. */
type CapsLock = {
  readonly isOn: boolean;
  readonly onKey: (event: KeyEvent) => void;
};

export function useCapsLock(): CapsLock {
  const [isOn, setOn] = useState(false);
  const onKey = (event: KeyEvent): void => {
    const said = isCapsLockOn(event);
    if (said !== null) setOn(said);
  };
  return { isOn, onKey };
}
