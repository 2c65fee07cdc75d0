// Where the user is: the routes, derived from the registry of screens, and their form as text.
import type { ScreenParameter } from '../screens/screen-definition.ts';
import { definitionOf, isScreenName, type ParameterOf, type ProjectScreen, type ScreenName } from './screens.ts';

/** A screen, with the id of a record if it has a parameter. */
export type Route = { [Name in ScreenName]: RouteTo<Name, ParameterOf<Name>> }[ScreenName];

type RouteTo<Name extends ScreenName, Parameter> = [Parameter] extends [never]
  ? { readonly screen: Name }
  : Parameter extends { readonly key: infer Key extends string; readonly isRequired: infer IsRequired }
    ? IsRequired extends true
      ? { readonly screen: Name } & { readonly [K in Key]: string }
      : { readonly screen: Name } & { readonly [K in Key]?: string }
    : never;

const HOME: Route = { screen: 'home' };

/** @returns whether a screen shows an open accompaniment. */
export function needsProject(screen: ScreenName): screen is ProjectScreen {
  return definitionOf(screen).needsFile;
}

/** @returns the parameter that the route of a screen may have; `null` if it has none. */
export function parameterOf(screen: ScreenName): ScreenParameter | null {
  const definition = definitionOf(screen);
  return definition.needsFile ? (definition.parameter ?? null) : null;
}

/** @returns the id of the record that a route names; `null` if it names none. */
export function recordIdOf(route: Route): string | null {
  const parameter = parameterOf(route.screen);
  const named: Readonly<Record<string, string | undefined>> = route;
  return parameter === null ? null : (named[parameter.key] ?? null);
}

/** @returns the address of a route, as links and the history of the window hold it. */
export function addressOf(route: Route): string {
  const id = recordIdOf(route);
  return id === null ? route.screen : `${route.screen}/${encodeURIComponent(id)}`;
}

/** @returns the route to a screen; `id`: the record to open on it, if any */
export function routeTo(screen: ScreenName, id: string | null): Route {
  return routeOf(id === null ? screen : `${screen}/${encodeURIComponent(id)}`);
}

/** @returns the route of an address; Home if it names no screen or a temporary one, or lacks the record that the screen requires. */
export function routeOf(address: string): Route {
  const [screen = '', id = ''] = address.replace(/^#/, '').split('/');
  if (!isScreenName(screen)) return HOME;
  const definition = definitionOf(screen);
  if (!definition.needsFile && definition.isPassing) return HOME;
  const parameter = parameterOf(screen);
  if (parameter === null || id === '') return parameter?.isRequired ? HOME : ({ screen } as Route); // this screen requires no parameter
  return { screen, [parameter.key]: decode(id) } as Route; // the key belongs to this screen
}

/** @returns a key that changes when the screen must be mounted again. */
export function identityOf(route: Route): string {
  return parameterOf(route.screen)?.isShownAnew ? addressOf(route) : route.screen;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a malformed address: taken as it is, it will name no record
  }
}
