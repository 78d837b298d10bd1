// What Slack sends, as what the bot is asked: a command, a press, something being typed, a form that was sent.

import type { BlockSuggestion, ButtonAction, SlashCommand, ViewOutput } from '@slack/bolt';
import type { Asker, Bot, Invocation, Press, Typing } from '../../bot/command.ts';
import type { OptionValue } from '../../reply/reply.ts';
import { readSlash } from './declare.ts';
import { unescapeText } from './escape.ts';
import { formOf } from './modal.ts';

/** Who asks, as far as it is known. */
export interface Known {
  readonly person: Asker;
  readonly locale?: string;
}

type Given = Readonly<Record<string, OptionValue>>;
type Values = ViewOutput['state']['values'];

export interface Asked {
  readonly invocation: Invocation;
  /** Nothing stands after a command that needs something: a form asks for it. */
  readonly needsForm: boolean;
}

export function receiveCommand(payload: SlashCommand, bot: Pick<Bot, 'commands' | 'read'>, known: Known): Asked {
  const { command, text } = readSlash(payload.command, unescapeText(payload.text ?? ''), bot.commands);
  const declared = bot.commands.find(({ name }) => name === command);
  const wanted = Object.values(declared?.options ?? {}).some(({ required }) => required);
  const options = declared === undefined ? {} : bot.read(command, text);
  return { invocation: { command, options, prefix: '/', ...known }, needsForm: wanted && text.trim() === '' };
}

export function receivePress(action: ButtonAction, known: Known): Press {
  return { id: action.value ?? '', ...known };
}

/** Nothing where what is typed into is none of our forms. */
export function receiveTyping(payload: BlockSuggestion, known: Known): Typing | undefined {
  const form = formOf(payload.view);
  if (form === undefined || payload.view === undefined) return undefined;
  const { [payload.block_id]: _typedInto, ...others } = payload.view.state?.values ?? {};
  return {
    command: form.command,
    option: payload.block_id,
    typed: payload.value,
    given: givenIn(others),
    ...known,
  };
}

export function receiveForm(view: ViewOutput, known: Known): Invocation | undefined {
  const form = formOf(view);
  if (form === undefined) return undefined;
  return { command: form.command, options: givenIn(view.state.values), prefix: '/', ...known };
}

/** A form's block is named after its option, and holds one field. */
function givenIn(values: Values): Given {
  return Object.fromEntries(
    Object.entries(values).flatMap(([option, fields]) => {
      const value = Object.values(fields).map(fieldValue)[0];
      return value === undefined || value === '' || value === false ? [] : [[option, value]];
    }),
  );
}

function fieldValue(field: Values[string][string]): OptionValue | undefined {
  if (field.type === 'checkboxes') return (field.selected_options ?? []).length > 0;
  return field.selected_option?.value ?? field.value ?? undefined;
}
