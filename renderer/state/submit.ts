// Sending a form: once, however often one presses while it is on its way.
import { useRef } from 'react';

type Submission = { readonly preventDefault: () => void };

/** @returns what a form calls on submit; until `send` has settled, a second press or Enter does nothing. */
export function useSubmit(send: () => Promise<void>): (event: Submission) => void {
  const isOnItsWay = useRef(false);
  const submit = async (): Promise<void> => {
    if (isOnItsWay.current) return;
    isOnItsWay.current = true;
    await send().finally(() => {
      isOnItsWay.current = false;
    });
  };
  return (event) => {
    event.preventDefault();
    void submit();
  };
}
