// The repository's folder, whatever folder a command was started from.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
