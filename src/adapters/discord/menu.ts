// Menus to pick from, where there are more things to press than there is room for buttons.

import type { APISelectMenuOption } from 'discord.js';
import { localeFor, messagesFor } from '../../i18n/languages.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { type Ids, type Row, short } from './buttons.ts';
import { limits } from './limits.ts';
import { component } from './wire.ts';

/** Something to pick, with what tells it from its neighbours. */
export interface Choice {
  readonly label: string;
  readonly detail?: string;
  readonly press: string;
}

/** Choices as menus of 25, at most two of them; those Discord would refuse are left out. */
export function menus(choices: readonly Choice[], reply: Reply<string>, ids: Ids): Row[] {
  const valid = choices.filter(({ press }) => press !== '' && press.length <= limits.optionValue);
  const unique = [...new Map(valid.map((choice) => [choice.press, choice])).values()];
  // All options together share a card's text with what was said: many are told in fewer words.
  const length = unique.length > limits.selectOptions ? 30 : 60;
  const options = unique.map(({ label, detail, press }): APISelectMenuOption => {
    const description = unique.length > 10 ? '' : short(detail ?? '', length);
    return { label: short(label, length) || '…', value: press, ...(description === '' ? {} : { description }) };
  });
  const pages = [options.slice(0, limits.selectOptions), options.slice(limits.selectOptions, 2 * limits.selectOptions)];
  return pages.flatMap((page) => {
    const id = ids.next('menu');
    if (page.length === 0 || id === undefined) return [];
    const { choose } = messagesFor(localeFor(reply.locale, 'en')).platform;
    const menu = { type: component.select, custom_id: id, placeholder: choose, options: page };
    return [{ type: component.row, components: [menu] }];
  });
}

/** What the blocks' own buttons ask, told apart by what they stand beside. */
export function choicesOf(blocks: readonly Block<string>[]): Choice[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') {
      return block.actions.flatMap((action) =>
        action.kind === 'press' && action.disabled !== true
          ? [{ label: `${action.label} · ${block.text}`, detail: block.speaker ?? '', press: action.press }]
          : [],
      );
    }
    if (block.kind !== 'list') return [];
    return block.items.flatMap(({ text, action }) =>
      action?.kind === 'press' && action.disabled !== true
        ? [{ label: text.map((span) => span.text).join(''), detail: action.label, press: action.press }]
        : [],
    );
  });
}
