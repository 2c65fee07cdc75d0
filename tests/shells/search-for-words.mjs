// Run as one user of the computer: says where words stand in what that user may read. Words come as JSON on the input, folders as arguments; `--processes` means what the system tells of every process, `--since=N` that of the folders after it only files matter that changed from then on (milliseconds).
// A computer has much that is older than the words, and reading all of it would take minutes.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file that goes while one looks, or that this user may not read, holds nothing for them. */
function tried(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function* filesIn(folder) {
  for (const entry of tried(() => readdirSync(folder, { withFileTypes: true }), [])) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

function* toldOfProcesses() {
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    for (const file of ['cmdline', 'environ', 'comm', 'stat']) yield path.join('/proc', name, file);
}

const words = JSON.parse(readFileSync(0, 'utf8'));
const forms = words.map((word) => [word, [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word))]]);
const found = [];
let looked = 0;
let since = 0;
for (const place of process.argv.slice(2)) {
  if (place.startsWith('--since=')) {
    since = Number(place.slice('--since='.length));
    continue;
  }
  for (const file of place === '--processes' ? toldOfProcesses() : filesIn(place)) {
    if (since > 0 && tried(() => lstatSync(file).ctimeMs, 0) < since) continue;
    const bytes = tried(() => readFileSync(file), null);
    if (bytes === null) continue;
    looked += 1;
    for (const [word, written] of forms) if (written.some((form) => bytes.includes(form))) found.push(`${file}: ${word}`);
  }
}
process.stdout.write(JSON.stringify({ looked, found }));
