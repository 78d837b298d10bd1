// Buttons, and what they do when pressed.

import type { Action, Call, Delivery, OptionValue, Visibility } from './reply.ts';

interface CallSettings {
  readonly delivery: Delivery;
  readonly visibility?: Visibility;
  readonly once?: boolean;
}

/** A command to run when a button is pressed; options that are not known are left out. */
export function call(
  command: string,
  options: Readonly<Record<string, OptionValue | undefined>>,
  settings: CallSettings,
): Call {
  const known = Object.entries(options).filter((entry): entry is [string, OptionValue] => entry[1] !== undefined);
  return { command, options: Object.fromEntries(known), ...settings };
}

export function press(
  label: string,
  does: Call,
  look: { readonly primary?: boolean; readonly disabled?: boolean } = {},
): Action<Call> {
  return { kind: 'press', label, press: does, ...look };
}

export function open(label: string, url: string): Action<Call> {
  return { kind: 'open', label, url };
}
