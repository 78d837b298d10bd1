// Reads an interaction as Discord sends it into what the bot understands, and where its answer may go.

import type { APIApplicationCommandInteractionDataOption, APIInteraction, APIUser } from 'discord.js';
import type { Asker, Invocation, Press, Typing } from '../../bot/command.ts';
import type { OptionValue } from '../../reply/reply.ts';
import { pressOf } from './buttons.ts';
import { mayPost } from './permissions.ts';
import { withoutReferences } from './references.ts';
import { commandType, component, flag, interaction as interactionType } from './wire.ts';

/** What every answer needs to know of the interaction it answers. */
export interface Place {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly locale?: string;
  /** False where a message for all would not be welcome or not be seen. */
  readonly mayPost: boolean;
}

export interface Commanded {
  readonly kind: 'command';
  readonly place: Place;
  readonly invocation: Invocation;
}

export interface Pressed {
  readonly kind: 'press';
  readonly place: Place;
  readonly press: Press;
  /** The same for two presses of one button by one person. */
  readonly key: string;
  /** True where the message with the button is a card: it can only ever be a card. */
  readonly onCard: boolean;
}

export interface Typed {
  readonly kind: 'typing';
  readonly place: Place;
  readonly typing: Typing;
}

/** Something that Verbatim has not asked for: another kind of command, a form. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly place: Place;
}

export type Received = Commanded | Pressed | Typed | Unknown;

export function receive(interaction: APIInteraction): Received {
  const place = placeOf(interaction);
  const person = askerOf(interaction);
  const asked = { person, ...(place.locale === undefined ? {} : { locale: place.locale }) };
  if (interaction.type === interactionType.press) {
    const { custom_id: customId, component_type: type } = interaction.data;
    const chosen = type === component.select ? (interaction.data.values[0] ?? '') : '';
    const id = type === component.select ? chosen : pressOf(customId);
    const key = [interaction.message.id, customId, chosen, person.id].join(' ');
    const onCard = ((interaction.message.flags ?? 0) & flag.card) !== 0;
    return { kind: 'press', place, press: { id, ...asked }, key, onCard };
  }
  const isCommand = interaction.type === interactionType.command || interaction.type === interactionType.typing;
  if (!isCommand || interaction.data.type !== commandType.slash) return { kind: 'unknown', place };
  const given = interaction.data.options ?? [];
  if (interaction.type === interactionType.command) {
    const invocation = { command: interaction.data.name, options: valuesOf(given), ...asked, prefix: '/' };
    return { kind: 'command', place, invocation };
  }
  const focused = given.find((option) => 'focused' in option && option.focused === true);
  const others = given.filter((option) => option !== focused);
  const typing = {
    command: interaction.data.name,
    option: focused?.name ?? '',
    typed: focused !== undefined && 'value' in focused ? withoutReferences(String(focused.value)) : '',
    given: valuesOf(others),
    ...asked,
  };
  return { kind: 'typing', place, typing };
}

function placeOf(interaction: APIInteraction): Place {
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  return {
    id: interaction.id,
    token: interaction.token,
    applicationId: interaction.application_id,
    mayPost: mayPost(interaction),
    ...(locale === undefined ? {} : { locale }),
  };
}

function askerOf({ member, user }: APIInteraction): Asker {
  const account: APIUser | undefined = member?.user ?? user;
  if (account === undefined) return { id: 'unknown', name: '' };
  return { id: account.id, name: member?.nick ?? account.global_name ?? account.username };
}

function valuesOf(options: readonly APIApplicationCommandInteractionDataOption[]): Record<string, OptionValue> {
  return Object.fromEntries(
    options.flatMap((option) => {
      if (!('value' in option)) return [];
      const { name, value } = option;
      return [[name, typeof value === 'string' ? withoutReferences(value) : value]];
    }),
  );
}
