// The result of machine-made mutations of one folder, as a page: how many were noticed, and every survivor with its place.
import type { MutantResult } from '@stryker-mutator/api/core';

type Counts = { killed: number; timeout: number; survived: number; uncovered: number };

/** @returns the page, and the share of all mutants that a test noticed, in percent */
export function mutationPage(folder: string, results: readonly MutantResult[]): { readonly page: string; readonly score: number } {
  const files = [...new Set(results.map(({ fileName }) => fileName))].toSorted();
  const rows = files.map((file) => rowOf(short(file, folder), countsOf(results.filter(({ fileName }) => fileName === file))));
  const all = countsOf(results);
  const survivors = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const lines = survivors.map(
    (mutant) => `| ${short(mutant.fileName, folder)}:${mutant.location.start.line} | ${mutant.mutatorName} | ${shown(mutant)} |`,
  );
  const page = [
    `# Mutations of ${folder}`,
    '',
    'Written by `npm run mutation`. Noticed: killed by a test, or timed out. What no test covers counts as a survivor.',
    '',
    '| file | mutants | killed | timed out | survived | not covered | noticed |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
    rowOf('**all**', all),
    '',
    '## Survivors',
    '',
    '| place | kind | in its place |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n');
  return { page, score: shareOf(all) };
}

function countsOf(results: readonly MutantResult[]): Counts {
  const count = (status: MutantResult['status']): number => results.filter((each) => each.status === status).length;
  return {
    killed: count('Killed') + count('RuntimeError') + count('CompileError'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
  };
}

function rowOf(name: string, counts: Counts): string {
  const { killed, timeout, survived, uncovered } = counts;
  return `| ${name} | ${killed + timeout + survived + uncovered} | ${killed} | ${timeout} | ${survived} | ${uncovered} | ${shareOf(counts).toFixed(1)} % |`;
}

function shareOf({ killed, timeout, survived, uncovered }: Counts): number {
  const all = killed + timeout + survived + uncovered;
  return all === 0 ? 100 : (100 * (killed + timeout)) / all;
}

function short(file: string, folder: string): string {
  return file.slice(file.indexOf(folder) + folder.length + 1);
}

/** On one line, so that it fits a table. */
function shown({ replacement }: MutantResult): string {
  const text = replacement.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  return `\`${text.length > 90 ? `${text.slice(0, 90)}…` : text}\``;
}
