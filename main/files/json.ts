// JSON from an untrusted source: invalid JSON is an ordinary answer. A seal proves who had the key, not that the content makes sense.
export type JsonObject = Readonly<Record<string, unknown>>;

/** @returns the value of a JSON text; `undefined` if it is not JSON */
export function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns the object of a JSON text; `null` for any other text */
export function objectIn(text: string): JsonObject | null {
  const value = valueIn(text);
  return isObject(value) ? value : null;
}

/** @returns the JSON text of a value that was read; `null` where it is nested deeper than one can be written */
export function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null; // reading goes to any depth, writing does not
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
