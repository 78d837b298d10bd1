// Renders a reply as Discord took messages before cards: as an embed, or as plain content. For where a card was refused.

import type { APIEmbed } from 'discord.js';
import type { Reply } from '../../reply/reply.ts';
import { buttons, createIds, linkButton, type Row, rows } from './buttons.ts';
import { accentOf } from './card.ts';
import { escapeMarkdown, webAddress } from './escape.ts';
import { cut, weigh } from './fit.ts';
import { hasBar } from './layout.ts';
import { limits } from './limits.ts';
import { blockPiece, stack } from './markup.ts';
import { choicesOf, menus } from './menu.ts';

export function embed(reply: Reply<string>): APIEmbed {
  const image = reply.blocks.find(({ kind }) => kind === 'image');
  const url = image?.kind === 'image' ? webAddress(image.url, limits.imageUrl) : undefined;
  return {
    color: accentOf(reply),
    description: words(reply, limits.embedDescription) || '…',
    ...(url === undefined ? {} : { image: { url } }),
  };
}

export function content(reply: Reply<string>): string {
  return words(reply, limits.content) || '…';
}

function words(reply: Reply<string>, room: number): string {
  const pieces = reply.blocks.flatMap((block) => {
    const style = { bar: block.kind === 'quote' && hasBar(block, reply), inlineMoment: true };
    return blockPiece(block, style) ?? [];
  });
  return stack(pieces, room, '\n\n') || escapeMarkdown(cut(reply.summary, room, (text) => weigh(escapeMarkdown(text))));
}

/** At most five rows: what stands below everything first, then what stands beside quotes and items. */
export function legacyRows(reply: Reply<string>): Row[] {
  const ids = createIds();
  const moments = reply.blocks.flatMap((block) =>
    block.kind === 'quote' && block.moment?.url !== undefined
      ? (linkButton(block.moment.label, block.moment.url, ids) ?? [])
      : [],
  );
  return [
    ...rows(buttons(reply.actions, ids), 2),
    ...menus(choicesOf(reply.blocks), reply, ids),
    ...rows(moments, 1),
  ].slice(0, limits.rows);
}
