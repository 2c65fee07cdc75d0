// Keeps every page of the application where it is: no navigation, no other window, no embedded page.
import type { App, WebContents } from 'electron';

/** Applies to every page that is ever created, not only by our own code. */
export function keepPagesInPlace(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    keepInPlace(contents);
  });
}

function keepInPlace(contents: WebContents): void {
  // The window is one page that never leaves its address: any attempt is not ours.
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
