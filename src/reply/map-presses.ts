// The same reply with other things on its buttons: calls become opaque ids, or buttons that cannot work go.

import type { Action, Block, ListItem, Reply } from './reply.ts';

/** `change` answers what the button carries from now on, or `undefined` to take the button away. */
export function mapPresses<From, To>(reply: Reply<From>, change: (press: From) => To | undefined): Reply<To> {
  const actions = (all: readonly Action<From>[]): Action<To>[] =>
    all.flatMap((action): Action<To>[] => {
      if (action.kind === 'open') return [action];
      const press = change(action.press);
      return press === undefined ? [] : [{ ...action, press }];
    });
  const item = ({ action, ...rest }: ListItem<From>): ListItem<To> => {
    const [changed] = action === undefined ? [] : actions([action]);
    return changed === undefined ? rest : { ...rest, action: changed };
  };
  const block = (one: Block<From>): Block<To> => {
    if (one.kind === 'quote') return { ...one, actions: actions(one.actions) };
    if (one.kind === 'list') return { ...one, items: one.items.map(item) };
    return one;
  };
  return { ...reply, blocks: reply.blocks.map(block), actions: actions(reply.actions) };
}
