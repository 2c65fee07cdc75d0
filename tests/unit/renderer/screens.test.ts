// I4, I6: what derives from the registry of screens: addresses, the navigation, shortcuts and parts.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScreenDefinition, screens } from '../../../renderer/screens/screen-definition.ts';
import { listenToShortcuts } from '../../../renderer/shell/shortcuts.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { addressOf, identityOf, parameterOf, recordIdOf, type Route, routeOf } from '../../../renderer/state/route.ts';
import { NAVIGATION, navigationEntryOf, type ScreenEntry, SCREENS } from '../../../renderer/state/screens.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { openProject } from '../../support/open-project.ts';

const isPassing = (entry: ScreenEntry): boolean => !entry.needsFile && entry.isPassing === true;
const lasting = SCREENS.filter((entry) => !isPassing(entry)).map(({ name }) => name);
const digits = NAVIGATION.flatMap(({ name, place }) => (place.digit === undefined ? [] : [{ name, digit: place.digit }]));
const id = fc.string({ minLength: 1, unit: 'binary' });

/** Every route that a screen can have, of one id. */
function routesOf(screen: Route['screen'], named: string): readonly Route[] {
  const parameter = parameterOf(screen);
  const routes = [...(parameter?.isRequired ? [] : [{ screen }]), ...(parameter === null ? [] : [{ screen, [parameter.key]: named }])];
  return routes as readonly Route[]; // put together as the registry says
}

describe('addresses', () => {
  it.each(lasting)('I4 lead back to %s, whatever it names', (screen) => {
    fc.assert(
      fc.property(id, (named) => {
        for (const route of routesOf(screen, named)) expect(routeOf(`#${addressOf(route)}`)).toEqual(route);
      }),
    );
  });

  it.each(SCREENS.filter(isPassing).map(({ name }) => name))('I4 do not lead back to %s, which is gone by then', (screen) => {
    expect(routeOf(screen)).toEqual({ screen: 'home' });
  });

  it('I4 stay as they are', () => {
    expect([
      addressOf({ screen: 'session', sessionId: 'a/b' }),
      addressOf({ screen: 'time', sessionId: 'é' }),
      addressOf({ screen: 'documents' }),
      addressOf({ screen: 'collective', organisationId: 'one' }),
      addressOf({ screen: 'frame', phaseId: 'one' }),
    ]).toEqual(['session/a%2Fb', 'time/%C3%A9', 'documents', 'collective/one', 'frame/one']);
  });

  it('tell which screens begin anew with another record', () => {
    const anew = lasting.filter((screen) => routesOf(screen, 'one').some((route) => identityOf(route) !== screen));

    expect(anew).toEqual(['session', 'time', 'documents']);
    expect(recordIdOf({ screen: 'frame', phaseId: 'one' })).toBe('one');
    expect(recordIdOf({ screen: 'overview' })).toBeNull();
  });
});

describe('the navigation', () => {
  it('holds each screen of the file, or the one that it stands under', () => {
    for (const entry of SCREENS)
      expect(navigationEntryOf(entry.name)?.name ?? null).toBe(entry.needsFile ? (entry.under ?? entry.name) : null);
  });

  it('has each digit once, and each title', () => {
    expect(new Set(digits.map(({ digit }) => digit)).size).toBe(digits.length);
    expect(new Set(NAVIGATION.map(({ place }) => place.title)).size).toBe(NAVIGATION.length);
  });
});

describe('shortcuts', () => {
  const pressed = new EventTarget();
  let veils: readonly string[] = [];
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', class {}); // what is typed into is asked for
    vi.stubGlobal('document', { querySelectorAll: () => veils });
    vi.stubGlobal('window', {
      history: { state: null, pushState: () => undefined },
      addEventListener: pressed.addEventListener.bind(pressed),
      removeEventListener: pressed.removeEventListener.bind(pressed),
    });
    adopt(openProject());
  });
  afterEach(() => void vi.unstubAllGlobals());

  const press = (code: string): void => {
    const keys = { code, key: '&', altKey: true, ctrlKey: false, metaKey: false };
    pressed.dispatchEvent(Object.assign(new Event('keydown'), keys));
  };

  it.each(digits)('I6 go to $name by Alt and $digit', ({ name, digit }) => {
    windowStore.set({ route: { screen: 'home' } });
    const stop = listenToShortcuts();

    press(`Digit${digit}`);
    stop();

    expect(windowStore.get().route).toEqual({ screen: name });
  });

  it('I4 go nowhere behind a dialog', () => {
    windowStore.set({ route: { screen: 'home' } });
    const stop = listenToShortcuts();
    veils = ['a dialog'];
    press('Digit2');
    veils = [];
    stop();

    expect(windowStore.get().route).toEqual({ screen: 'home' });
  });

  it('I6 go nowhere by a key that no screen has', () => {
    windowStore.set({ route: { screen: 'home' } });
    const stop = listenToShortcuts();

    press('Digit0');
    press('Digitundefined');
    stop();

    expect(windowStore.get().route).toEqual({ screen: 'home' });
  });
});

it.each(SCREENS.flatMap(({ name, load }) => (load === 'with the window' ? [] : [{ name, load }])))(
  'brings in the screen that is called $name',
  async ({ name, load }) => {
    const Screen = await load();

    expect(Screen.name).toBe(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}Screen`);
  },
);

describe('what does not compile', () => {
  const load = () => Promise.resolve(() => null);
  const place = { title: 'overview', icon: 'compass' } as const;
  const parameter = { key: 'sessionId', of: 'sessions', isRequired: true, isShownAnew: true } as const;
  type Definition = ScreenDefinition<'overview'>;

  it('is a definition that lacks something', () => {
    const whole = { load, help: 'one', needsFile: true, parameter, navigation: place } satisfies Definition;
    const { of: _, ...unnamed } = parameter;

    expect([
      // @ts-expect-error -- how it is brought in
      { help: 'one', needsFile: true, navigation: place } satisfies Definition,
      // @ts-expect-error -- its part of the guide
      { load, needsFile: true, navigation: place } satisfies Definition,
      // @ts-expect-error -- whether it needs a file
      { load, help: 'one', navigation: place } satisfies Definition,
      // @ts-expect-error -- its place, or what it stands under
      { load, help: 'one', needsFile: true } satisfies Definition,
      // @ts-expect-error -- a title in every language
      { ...whole, navigation: { title: 'nowhere', icon: 'compass' } } satisfies Definition,
      // @ts-expect-error -- the table of the record that it names
      { ...whole, parameter: unnamed } satisfies Definition,
      // @ts-expect-error -- a place in the navigation without a file
      { load, help: 'one', needsFile: false, navigation: place } satisfies Definition,
    ]).toHaveLength(7);
  });

  it('is one that stands under a screen that is not there', () => {
    const one = { load, help: 'one', needsFile: true, navigation: place } as const;
    const two = { load, help: 'two', needsFile: true } as const;

    // @ts-expect-error -- there is no such screen
    expect(screens({ one, two: { ...two, under: 'three' } })).toBeDefined();
    expect(screens({ one, two: { ...two, under: 'one' } })).toBeDefined();
  });

  it('is a route without the record that it must name, or with one that it may not', () => {
    const routes: readonly Route[] = [
      // @ts-expect-error -- a session must be named
      { screen: 'session' },
      // @ts-expect-error -- the overview is of everything
      { screen: 'overview', sessionId: 'one' },
    ];

    expect(routes).toHaveLength(2);
  });
});
