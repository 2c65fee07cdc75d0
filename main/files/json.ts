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

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
