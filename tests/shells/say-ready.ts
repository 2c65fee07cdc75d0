// Only for the bench: prints when the first screen can be used, and how much memory the whole application uses by then.
import { app } from 'electron';

/** Resolves in the page once its first screen is drawn. */
const WHEN_READY = `new Promise((resolve) => {
  const look = () => (document.documentElement.dataset.appState === 'ready' && document.querySelector('main h1') !== null ? requestAnimationFrame(() => resolve(null)) : setTimeout(look, 5));
  look();
})`;

/** Prints `READY` with kilobytes, then quits. */
export function sayReady(): void {
  app.on('browser-window-created', (_event, window) => {
    window.webContents.once('did-finish-load', () => {
      window.webContents.executeJavaScript(WHEN_READY).then(tell, () => app.exit(1));
    });
  });
}

function tell(): void {
  const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  process.stdout.write(`READY ${kilobytes}\n`, () => app.exit(0));
}
