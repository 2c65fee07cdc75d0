// Closes every way out of the window's session: network, permissions, downloads, spell-checker.
import { readFile } from 'node:fs/promises';

import type { Session } from 'electron';

import { WINDOW_HEADERS } from '../window/content-policy.ts';
import { answerRequest, mayRequest, SCHEME } from './requests.ts';

/** Serves the window's files on our own scheme. @param folder the built window, absolute */
export function serveWindow(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const answer = answerRequest(folder, request);
    const content = answer.status === 200 ? await readFile(answer.asset.file).catch(() => null) : null;
    if (answer.status !== 200 || content === null)
      return new Response('', { status: answer.status === 200 ? 404 : answer.status, headers: WINDOW_HEADERS });
    return new Response(new Uint8Array(content), { status: 200, headers: { ...WINDOW_HEADERS, 'Content-Type': answer.asset.contentType } });
  });
}

/**
 * @returns resolves once the page has received everything that it requested, including scripts: it is busy with them for a while, and
 * needs nothing from main
 */
export function untilPageIsBusy({ webRequest }: Session): Promise<void> {
  let underWay = 0;
  let hasScript = false;
  return new Promise((resolve) => {
    webRequest.onSendHeaders(() => {
      underWay += 1;
    });
    webRequest.onCompleted(({ resourceType }) => {
      underWay -= 1;
      hasScript ||= resourceType === 'script';
      if (!hasScript || underWay > 0) return;
      webRequest.onSendHeaders(null);
      webRequest.onCompleted(null);
      resolve();
    });
  });
}

/** @param isDeveloped lets the developer tools load; always false in a packaged application */
export function closeRoads(session: Session, isDeveloped: boolean): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayRequest(details.url, isDeveloped) }));
  // Electron's default approves every permission.
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The built-in spell-checker fetches its dictionaries from a server.
  session.setSpellCheckerEnabled(false);
}
