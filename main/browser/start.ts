// The program of the browser shell.
import { fileURLToPath } from 'node:url';

import { runHere } from './run-here.ts';

await runHere(process, fileURLToPath(new URL('.', import.meta.url)));
