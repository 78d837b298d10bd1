// The neutral reply as the page draws it: quotes split at their highlights, addresses made safe.

import type { Range } from '../../model.ts';
import type { Action, Block, ListItem, QuoteBlock, Reply, RichText } from '../../reply/reply.ts';
import { webAddress } from './escape.ts';
import type { WireAction, WireBlock, WireItem, WirePreview, WireQuote, WireReply, WireSpan } from './wire.ts';

/** How a platform's adapter would send the reply; it stands beside the reply on the page. */
export interface Preview {
  /** `Discord`: as people call it. */
  readonly name: string;
  readonly render: (reply: Reply<string>) => unknown;
}

export function renderWeb(reply: Reply<string>, previews: readonly Preview[] = []): WireReply {
  return {
    isPrivate: reply.visibility === 'private',
    summary: reply.summary,
    locale: reply.locale,
    blocks: reply.blocks.flatMap((block) => renderBlock(block) ?? []),
    actions: renderActions(reply.actions),
    previews: previews.map(({ name, render }): WirePreview => ({ name, payload: render(reply) })),
  };
}

function renderBlock(block: Block<string>): WireBlock | undefined {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'text':
      return { kind: 'text', text: renderText(block.text) };
    case 'quote':
      return renderQuote(block);
    case 'facts':
      return {
        kind: 'facts',
        facts: block.facts.map(({ label, value }) => ({ label, value: renderText(value) })),
      };
    case 'list':
      return { kind: 'list', items: block.items.map(renderItem) };
    case 'image': {
      const url = webAddress(block.url);
      return url === undefined ? undefined : { ...block, url };
    }
    case 'notice':
      return { ...block, text: renderText(block.text) };
  }
}

function renderQuote({
  text,
  highlights,
  focus,
  links,
  actions,
  moment,
  kind,
  ...rest
}: QuoteBlock<string>): WireQuote {
  return {
    kind,
    runs: splitAtHighlights(text, highlights),
    ...rest,
    ...(moment && { moment: withAddress(moment) }),
    links: links.flatMap(({ label, url }) => {
      const safe = webAddress(url);
      return safe === undefined ? [] : [{ label, url: safe }];
    }),
    actions: renderActions(actions),
    isFocus: focus === true,
  };
}

/** Runs in order; joined, they are `text` again, whatever the ranges say. */
export function splitAtHighlights(text: string, highlights: readonly Range[]): WireQuote['runs'] {
  const runs: { text: string; isHighlighted: boolean }[] = [];
  let end = 0;
  const push = (to: number, isHighlighted: boolean): void => {
    const next = text.slice(end, Math.max(end, to));
    if (next !== '') runs.push({ text: next, isHighlighted });
    end += next.length;
  };
  for (const [from, to] of highlights) {
    push(from, false);
    push(to, true);
  }
  push(text.length, false);
  return runs;
}

const renderText = (text: RichText): readonly WireSpan[] => text.map(withAddress);

/** The same with its address made safe, or without one. */
function withAddress<T extends { readonly url?: string }>({ url, ...rest }: T): Omit<T, 'url'> & { url?: string } {
  const safe = webAddress(url);
  return safe === undefined ? rest : { ...rest, url: safe };
}

function renderItem({ text, detail, action }: ListItem<string>): WireItem {
  const [button] = action === undefined ? [] : renderActions([action]);
  return {
    text: renderText(text),
    ...(detail !== undefined && { detail }),
    ...(button !== undefined && { action: button }),
  };
}

function renderActions(actions: readonly Action<string>[]): readonly WireAction[] {
  return actions.flatMap((action): readonly WireAction[] => {
    if (action.kind === 'press') {
      const { label, press, primary, disabled } = action;
      return [{ kind: 'press', label, press, isPrimary: primary === true, isDisabled: disabled === true }];
    }
    const url = webAddress(action.url);
    return url === undefined ? [] : [{ kind: 'open', label: action.label, url }];
  });
}
