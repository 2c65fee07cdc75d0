// Tests of the rules that are set on Electron's objects, with stand-ins that record what they are told.
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, Menu: {} }));
vi.resetModules(); // another test may have loaded them before

const { keepPagesInPlace } = await import('../../../../main/electron/contents-rules.ts');
const { closeRoads, untilPageIsBusy } = await import('../../../../main/electron/session-rules.ts');
const { menuEntries } = await import('../../../../main/electron/menu.ts');
const { WEB_PREFERENCES } = await import('../../../../main/electron/window.ts');

type Listener = (...args: never[]) => unknown;

function recorder() {
  const listeners = new Map<string, Listener>();
  return { listeners, on: (event: string, listener: Listener) => void listeners.set(event, listener) };
}

describe('the rules of every page', () => {
  function page() {
    const app = recorder();
    const contents = { ...recorder(), setWindowOpenHandler: vi.fn(), setWebRTCIPHandlingPolicy: vi.fn() };
    keepPagesInPlace(app as never);
    app.listeners.get('web-contents-created')?.({} as never, contents as never);
    return contents;
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const event = { preventDefault: vi.fn() };

    page().listeners.get(name)?.(event as never);

    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('denies every other window', () => {
    const open = page().setWindowOpenHandler.mock.calls[0]?.[0] as () => unknown;

    expect(open()).toEqual({ action: 'deny' });
  });
});

describe('the rules of the session', () => {
  function session(isDeveloped = false) {
    const made = {
      ...recorder(),
      webRequest: { onBeforeRequest: vi.fn() },
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setSpellCheckerEnabled: vi.fn(),
    };
    closeRoads(made as never, isDeveloped);
    return made;
  }

  it('denies every permission, asked or checked', () => {
    const made = session();
    const decide = vi.fn();
    (made.setPermissionRequestHandler.mock.calls[0]?.[0] as Listener)({} as never, 'media' as never, decide as never);

    expect(decide).toHaveBeenCalledWith(false);
    expect((made.setPermissionCheckHandler.mock.calls[0]?.[0] as Listener)()).toBe(false);
    expect((made.setDevicePermissionHandler.mock.calls[0]?.[0] as Listener)()).toBe(false);
  });

  it('cancels what is not the window itself', () => {
    const ask = (url: string, isDeveloped = false) => {
      const decide = vi.fn();
      (session(isDeveloped).webRequest.onBeforeRequest.mock.calls[0]?.[0] as Listener)({ url } as never, decide as never);
      return decide.mock.calls[0]?.[0] as { cancel: boolean };
    };

    expect(ask('tierce://app/index.html').cancel).toBe(false);
    expect(ask('https://example.org/').cancel).toBe(true);
    expect(ask('devtools://devtools/').cancel).toBe(true);
    expect(ask('devtools://devtools/', true).cancel).toBe(false);
  });

  it('prevents downloads and leaves the spell-checker off', () => {
    const made = session();
    const event = { preventDefault: vi.fn() };
    made.listeners.get('will-download')?.(event as never);

    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(made.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});

describe('the moment when the page is busy', () => {
  /** Traces what is requested (`asks`) and received (a type of resource), in order. */
  async function isBusyAfter(...steps: readonly string[]): Promise<boolean> {
    const webRequest = { onSendHeaders: vi.fn(), onCompleted: vi.fn() };
    let isBusy = false;
    void untilPageIsBusy({ webRequest } as never).then(() => (isBusy = true));
    const ask = webRequest.onSendHeaders.mock.calls[0]?.[0] as () => void;
    const receive = webRequest.onCompleted.mock.calls[0]?.[0] as (details: { resourceType: string }) => void;
    for (const step of steps) {
      if (step === 'asks') ask();
      else receive({ resourceType: step });
    }
    await Promise.resolve();
    return isBusy;
  }

  it('is not while it has only itself, or only some of its scripts', async () => {
    expect(await isBusyAfter('asks', 'mainFrame')).toBe(false);
    expect(await isBusyAfter('asks', 'mainFrame', 'asks', 'asks', 'script')).toBe(false);
  });

  it('is once it has all that it asked for', async () => {
    expect(await isBusyAfter('asks', 'mainFrame', 'asks', 'asks', 'script', 'stylesheet')).toBe(true);
  });
});

describe('the window', () => {
  it('keeps its sandbox and its isolation', () => {
    expect(WEB_PREFERENCES).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('has a menu on macOS alone, without reload or developer tools', () => {
    expect(menuEntries('linux')).toBeNull();
    expect(menuEntries('win32')).toBeNull();
    expect(JSON.stringify(menuEntries('darwin'))).not.toMatch(/viewMenu|reload|toggleDevTools/);
  });
});
