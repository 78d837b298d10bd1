// Renders a reply as a card (Components V2): a container with an accent colour, in the roomiest layout that Discord's count
// of components allows, its words cut to the room they share.

import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { Reply } from '../../reply/reply.ts';
import { escapeMarkdown } from './escape.ts';
import { cut, share, weigh } from './fit.ts';
import { arrange, layouts, type Part } from './layout.ts';
import { limits } from './limits.ts';
import { component } from './wire.ts';

const accents = { plain: 0x5b_6e_f5, success: 0x2e_a0_43, warning: 0xd2_99_22, error: 0xd1_3b_3b } as const;

/** The colour of the gravest notice there is. */
export function accentOf({ blocks }: Reply<string>): number {
  const tones = blocks.flatMap((block) => (block.kind === 'notice' ? [block.tone] : []));
  return accents[(['error', 'warning', 'success'] as const).find((tone) => tones.includes(tone)) ?? 'plain'];
}

export function card(reply: Reply<string>): APIMessageTopLevelComponent[] {
  let parts: Part[] = [];
  for (const layout of layouts) {
    parts = arrange(reply, layout);
    if (fits(parts)) break;
  }
  return [{ type: component.container, accent_color: accentOf(reply), components: fill(parts, reply.summary) }];
}

/** A card with nothing but the summary, for where Discord has refused the whole one. */
export function bareCard(reply: Reply<string>): APIMessageTopLevelComponent[] {
  return [{ type: component.container, accent_color: accentOf(reply), components: fill([], reply.summary) }];
}

function fits(parts: readonly Part[]): boolean {
  const components = parts.reduce((sum, part) => sum + sizeOf(part), 1);
  return components <= limits.cardComponents && labelsWeight(parts) <= limits.cardText / 2;
}

function sizeOf(part: Part): number {
  if (part.kind === 'text') return 1;
  if (part.kind === 'section') return 3;
  return part.component.type === component.row ? 1 + part.component.components.length : 1;
}

/** Labels count as text of the card, too. */
function labelsWeight(parts: readonly Part[]): number {
  return parts.flatMap(labelsOf).reduce((sum, label) => sum + weigh(label ?? ''), 0);
}

function labelsOf(part: Part): (string | undefined)[] {
  if (part.kind === 'text') return [];
  if (part.kind === 'section') return 'label' in part.accessory ? [part.accessory.label] : [];
  if (part.component.type !== component.row) return [];
  return part.component.components.flatMap((made) => {
    if (made.type === component.select) {
      return [made.placeholder, ...made.options.flatMap(({ label, description }) => [label, description])];
    }
    return made.type === component.button && 'label' in made ? [made.label] : [];
  });
}

function fill(parts: readonly Part[], summary: string): APIComponentInContainer[] {
  const pieces = parts.flatMap((part) => (part.kind === 'fixed' ? [] : [part.piece]));
  const needs = pieces.map(({ need }) => need);
  const rooms = new Map(
    share(limits.cardText - labelsWeight(parts), needs).map((room, index) => [pieces[index], room]),
  );
  const filled = parts.flatMap((part): APIComponentInContainer[] => {
    if (part.kind === 'fixed') return [part.component];
    const content = part.piece.write(rooms.get(part.piece) ?? 0).trim();
    if (part.kind === 'text') return content === '' ? [] : [{ type: component.text, content }];
    const text = { type: component.text, content: content || '…' };
    return [{ type: component.section, components: [text], accessory: part.accessory }];
  });
  if (filled.length > 0) return filled;
  return [{ type: component.text, content: inert(summary) }];
}

function inert(text: string): string {
  return escapeMarkdown(cut(text, limits.cardText, (part) => weigh(escapeMarkdown(part)))).trim() || '…';
}
