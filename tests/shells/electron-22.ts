// What the oldest Electron that the tests run lacks, so that the product's code runs there unchanged.
import './built-ins.ts';
import { webcrypto } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';

import { app, safeStorage } from 'electron';
import type { Session } from 'electron';

/** Only the parts of a Response that a protocol handler creates. */
class PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    readonly body: Uint8Array | string,
    options: { status: number; headers: Readonly<Record<string, string>> },
  ) {
    this.status = options.status;
    this.headers = options.headers;
  }
}

type Handler = (request: { url: string; method: string }) => Promise<PlainResponse>;
type OldProtocol = {
  registerStreamProtocol: (
    scheme: string,
    handle: (request: { url: string; method: string }, answer: (given: object) => void) => void,
  ) => void;
};

function handleByStream(session: Session): void {
  const protocol = session.protocol as unknown as OldProtocol & { handle: unknown };
  protocol.handle = (scheme: string, handler: Handler): void =>
    protocol.registerStreamProtocol(scheme, (request, answer) => {
      void handler(request).then(({ status, headers, body }) =>
        answer({ statusCode: status, headers, data: Readable.from([Buffer.from(body)]) }),
      );
    });
}

if (typeof globalThis.Response === 'undefined') Object.assign(globalThis, { Response: PlainResponse });
if (typeof globalThis.crypto === 'undefined') Object.assign(globalThis, { crypto: webcrypto });
if (typeof safeStorage.getSelectedStorageBackend !== 'function')
  Object.assign(safeStorage, { getSelectedStorageBackend: () => 'basic_text' });
const [major = 0] = process.versions.electron.split('.').map(Number);
if (major < 25) app.on('session-created', handleByStream);
if (typeof readdirSync !== 'function') throw new Error('no Node here');
