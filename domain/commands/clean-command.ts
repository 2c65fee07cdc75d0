// Cleans the texts of a command before anything is planned, so that nothing unclean enters a file, whatever the window sends.
import { plainField } from '../tables/field.ts';
import { declarationOf, type TableName } from '../tables/tables.ts';
import { cleanLine, cleanText } from '../writing/clean.ts';
import type { Command, CommandName } from './command.ts';

/** @returns the same command, each text as the field that it fills declares it; its ids and choices are clean as they are */
export function cleanCommand(command: Command): Command {
  const table = 'table' in command.args ? command.args.table : FILLED[command.name];
  return { name: command.name, args: cleaned(command.args, table) } as Command; // only its texts changed
}

/** Whose fields the arguments of the other commands are. What is no field of it, such as the name of somebody new, is on one line. */
const FILLED: Partial<Record<CommandName, TableName>> = {
  'accompaniment.start': 'mission',
  'session.create': 'sessions',
  'organisation.add': 'organisations',
  'gate.pass': 'gates',
  'gate.reopen': 'gates',
};
/** Parts of an argument that are records of another table. */
const PARTS: Readonly<Record<string, TableName>> = {
  organisations: 'organisations',
  envelope: 'envelopes',
  shares: 'allocations',
  times: 'timeEntries',
};

function cleaned(value: unknown, table: TableName | undefined): unknown {
  if (Array.isArray(value)) return value.map((each) => cleaned(each, table));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'string' ? cleanedText(part, table, name) : cleaned(part, PARTS[name] ?? table),
    ]),
  );
}

function cleanedText(text: string, table: TableName | undefined, name: string): string {
  const field = table === undefined ? undefined : declarationOf(table).fields[name];
  const declared = field === undefined ? null : plainField(field);
  return declared?.kind === 'text' && declared.prose ? cleanText(text) : cleanLine(text);
}
