// A window with nothing in it, in the same runtime: what the start of the application is measured beside.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } });
  window.webContents.once('did-finish-load', () => {
    void window.webContents.executeJavaScript('new Promise((resolve) => requestAnimationFrame(() => resolve(null)))').then(() => {
      const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
      process.stdout.write(`READY ${kilobytes}\n`, () => app.exit(0));
    });
  });
  return window.loadURL('data:text/html,<h1>Blank</h1>');
});
