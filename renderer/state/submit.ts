// Sending a form: once, however often one presses while it is on its way, and not while one of its fields cannot be read.
import { useRef } from 'react';

type Submission = { readonly preventDefault: () => void; readonly currentTarget?: unknown };

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
    if (!goToUnreadable(event.currentTarget)) void submit();
  };
}

/**
 * Puts the focus into the first field whose text cannot be read: its message says why. The value that the form has of such a field is
 * none, and would be sent as if it had been left out.
 * @param form the element around its fields
 * @returns whether there is such a field
 */
export function goToUnreadable(form: unknown): boolean {
  const field = form instanceof HTMLElement ? form.querySelector<HTMLElement>('[data-unreadable]') : null;
  field?.focus();
  return field !== null;
}
