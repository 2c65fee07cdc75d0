// Receives every message of the window: checks its channel, its form and the document that it refers to, and only then runs a handler.
import { type Args, CHANNEL_NAMES, type Channel, type Value } from '@contract/channels.ts';
import { parseArguments } from '@contract/schemas.ts';
import type { Failure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';

export type Handlers = { readonly [C in Channel]: (args: Args<C>) => Promise<Result<Value<C>>> };
/** What the arguments of a message say about a document; `null` fields are not part of the channel. */
export type Admission = (message: {
  readonly documentId: string;
  readonly commandId: string | null;
  readonly baseRevision: number | null;
}) => Failure | null;
export type Dispatch = (channel: unknown, args: unknown) => Promise<Result<unknown>>;

export type DispatchOptions = {
  readonly handlers: Handlers;
  /** Refuses a message about a document that is not open, or made on an outdated revision. */
  readonly admit: Admission;
  readonly newId: () => string;
  /** Told of a bug, with the id that the window shows. No argument of the message is logged: it may hold personal data. */
  readonly onBug: (id: string, channel: Channel, error: unknown) => void;
};

/** @returns the one function behind every shell. It never throws: a bug becomes a refusal with an id to look up in the log. */
export function createDispatch({ handlers, admit, newId, onBug }: DispatchOptions): Dispatch {
  return async (channel, args) => {
    if (!isChannel(channel)) return refuse({ code: 'channel-unknown' });
    try {
      return await deliver(channel, args, handlers, admit);
    } catch (error) {
      const id = newId().slice(0, 8);
      onBug(id, channel, error);
      return refuse({ code: 'bug', id });
    }
  };
}

async function deliver<C extends Channel>(channel: C, args: unknown, handlers: Handlers, admit: Admission): Promise<Result<unknown>> {
  const parsed = parseArguments(channel, args);
  if (parsed === null) return refuse({ code: 'message-invalid', channel });
  if ('documentId' in parsed) {
    const failure = admit({
      documentId: parsed.documentId,
      commandId: 'commandId' in parsed ? parsed.commandId : null,
      baseRevision: 'baseRevision' in parsed ? parsed.baseRevision : null,
    });
    if (failure !== null) return refuse(failure);
  }
  return handlers[channel](parsed);
}

function isChannel(name: unknown): name is Channel {
  return CHANNEL_NAMES.some((known) => known === name);
}
