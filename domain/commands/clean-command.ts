// Cleans the texts of a command before anything is planned, so that nothing unclean enters a file, whatever the window sends.
import { isOneLine } from '../tables/forms.ts';
import { cleanLine, cleanText } from '../writing/clean.ts';
import type { Command } from './command.ts';

/** @returns the same command; its ids and choices are clean as they are */
export function cleanCommand(command: Command): Command {
  return { name: command.name, args: cleaned(command.args) } as Command; // only its texts changed
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return isOneLine(value) ? cleanLine(value) : cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part)]));
}
