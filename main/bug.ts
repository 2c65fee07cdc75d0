// A bug as the log may report it: its kind and place, without a word of what was typed.

/** @returns the kind of error and where it arose in our code; its message may hold what the user typed */
export function bugWithoutData(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4);
  return [error.name, ...frames.map((line) => line.trim().replace(/\(?(file:\/\/)?[^()]*[\\/]([^\\/]+:\d+:\d+)\)?/, '($2)'))].join(' ');
}
