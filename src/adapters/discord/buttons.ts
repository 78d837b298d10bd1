// What can be pressed: the neutral actions as Discord's buttons, and the ids they carry.

import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { Action } from '../../reply/reply.ts';
import { plainLine, webAddress } from './escape.ts';
import { cut } from './fit.ts';
import { limits } from './limits.ts';
import { buttonStyle, component } from './wire.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Gives each button of one message an id of its own: two may carry the same press, and Discord refuses twins. */
export interface Ids {
  next(press: string): string | undefined;
  /** How long a label may be on this message. */
  readonly labelLength: number;
}

export function createIds(labelLength: number = limits.buttonLabel): Ids {
  let count = 0;
  return {
    labelLength,
    next(press) {
      const id = `${count}:${press}`;
      if (press === '' || id.length > limits.customId) return undefined;
      count += 1;
      return id;
    },
  };
}

/** The press that a button's id stands for. */
export function pressOf(customId: string): string {
  return customId.slice(customId.indexOf(':') + 1);
}

/** On one line, cut where it is longer. */
export const short = (text: string, length: number): string => cut(plainLine(text), length, (part) => part.length);

export function linkButton(label: string, url: string, ids: Ids): APIButtonComponent | undefined {
  const address = webAddress(url, limits.buttonUrl);
  const text = short(label, ids.labelLength);
  if (address === undefined || text === '') return undefined;
  return { type: component.button, style: buttonStyle.link, label: text, url: address };
}

/** `undefined` where Discord would refuse it: an address that is too long or none, a press without an id. */
export function button(action: Action<string>, ids: Ids): APIButtonComponent | undefined {
  if (action.kind === 'open') return linkButton(action.label, action.url, ids);
  const label = short(action.label, ids.labelLength) || '…';
  const id = ids.next(action.press);
  if (id === undefined) return undefined;
  const style = action.primary === true ? buttonStyle.primary : buttonStyle.secondary;
  return {
    type: component.button,
    style,
    label,
    custom_id: id,
    ...(action.disabled === true ? { disabled: true } : {}),
  };
}

export function buttons(actions: readonly Action<string>[], ids: Ids): APIButtonComponent[] {
  return actions.map((action) => button(action, ids)).filter((made) => made !== undefined);
}

/** At most `most` rows of five. */
export function rows(list: readonly APIButtonComponent[], most: number): Row[] {
  const made: Row[] = [];
  for (let at = 0; at < list.length && made.length < most; at += limits.rowButtons) {
    made.push({ type: component.row, components: list.slice(at, at + limits.rowButtons) });
  }
  return made;
}
