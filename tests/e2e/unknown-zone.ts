// A page on a computer that does not know its time zone.

/** Gives any code that asks for the time zone one that no formatter accepts. */
export function withoutZone(): void {
  const Real = Intl.DateTimeFormat;
  const { resolvedOptions } = Real.prototype;
  const named = new WeakSet<object>();
  const made = (locale?: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat => {
    const formatter = new Real(locale, options);
    if (options.timeZone !== undefined) named.add(formatter);
    return formatter;
  };
  Real.prototype.resolvedOptions = function odd(this: Intl.DateTimeFormat) {
    const said = resolvedOptions.call(this);
    return named.has(this) ? said : { ...said, timeZone: 'Etc/Unknown' };
  };
  const asked = (_real: object, ...given: unknown[]): Intl.DateTimeFormat =>
    made(...((given.findLast(Array.isArray) ?? []) as Parameters<typeof made>));
  Intl.DateTimeFormat = new Proxy(Real, { construct: asked, apply: asked }) as typeof Real;
}
