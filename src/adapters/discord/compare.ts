// Compares the commands that are declared with those Discord has, so that nothing is sent where nothing changed.

import type { CommandBody, Scope } from './declare.ts';
import { commandType } from './wire.ts';

export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** A command as Discord tells it: what was declared, and much that it fills in by itself. */
export type RegisteredCommand = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly type?: number | undefined;
};

export function compareCommands(
  declared: readonly CommandBody[],
  registered: readonly RegisteredCommand[],
  scope: Scope = 'everywhere',
): Difference {
  const there = new Map(registered.map((command) => [keyOf(command), command]));
  const wanted = new Set(declared.map(keyOf));
  const added: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const command of declared) {
    const known = there.get(keyOf(command));
    const list = known === undefined ? added : isSame(command, known, scope) ? unchanged : changed;
    list.push(command.name);
  }
  const removed = registered
    .filter((command) => !wanted.has(keyOf(command)) && !isEntryPoint(command))
    .map(({ name }) => name);
  return { added, changed, removed, unchanged };
}

/**
 * What opens an application's activity, which Discord makes by itself and lets no bulk request leave out.
 * https://docs.discord.com/developers/interactions/application-commands#entry-point-commands
 */
export function isEntryPoint({ type }: RegisteredCommand): boolean {
  return type === commandType.entryPoint;
}

/** A slash command, a user command and a message command may share a name. */
function keyOf({ name, type }: { readonly name: string; readonly type?: number | undefined }): string {
  return `${type ?? 1} ${name}`;
}

const told = [
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
] as const;
/** Of a server's own commands Discord fills these in by itself. */
const toldEverywhere = [...told, 'integration_types', 'contexts'] as const;
const toldOfOptions = ['type', 'name', 'name_localizations', 'description', 'description_localizations'] as const;

function isSame(a: object, b: object, scope: Scope): boolean {
  return JSON.stringify(essence(a, scope)) === JSON.stringify(essence(b, scope));
}

function essence(command: object, scope: Scope): unknown {
  const fields: Readonly<Record<string, unknown>> = { ...command };
  const options = Array.isArray(fields.options) ? fields.options : [];
  return [
    (scope === 'everywhere' ? toldEverywhere : told).map((field) => plain(fields[field])),
    options.map((option: Readonly<Record<string, unknown>>) => [
      toldOfOptions.map((field) => plain(option[field])),
      // Left out means no.
      option.required === true,
      option.autocomplete === true,
      [option.choices, option.min_length, option.max_length].map(plain),
    ]),
  ];
}

/** What Discord leaves out, gives as null or fills in empty is the same; so is another order of keys or numbers. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === false) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : [...value].sort();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : entries;
}
