// Says clearly that Node is too old, before anything fails because of it.
const WANTED = [20, 19];

/** Ends the process when Node is older than the application needs. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return;
  console.error(
    `Tierce needs Node ${WANTED.join('.')} or newer; this is ${process.versions.node}. Install it from https://nodejs.org, then run the same command again.`,
  );
  process.exit(1);
}
