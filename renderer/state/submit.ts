// Sends a form only once, however often the user presses the button while it is being sent.
import { useRef } from 'react';

type Submission = { readonly preventDefault: () => void };

/** @returns the function that a form calls on submit; until `send` has settled, a second press or Enter does nothing. */
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
