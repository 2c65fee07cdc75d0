// The logo of Tierce: three rings that overlap.

/** The three rings, decorative. */
export function Logo() {
  return (
    <svg className="logo" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="7" cy="8" r="5.2" className="logo-ring logo-ring-first" />
      <circle cx="13" cy="8" r="5.2" className="logo-ring logo-ring-second" />
      <circle cx="10" cy="13" r="5.2" className="logo-ring logo-ring-third" />
    </svg>
  );
}
