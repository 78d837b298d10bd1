// A neutral reply as text for a terminal: colours, clickable links, buttons by number.

import wrapAnsi from 'wrap-ansi';
import type { Action, Block, QuoteBlock, Reply, RichText, Tone } from '../../reply/reply.ts';
import { escapeTerminal } from './escape.ts';
import type { Style } from './style.ts';

export interface Rendered {
  readonly text: string;
  /** What pressing each numbered button sends, in the order of the numbers. */
  readonly buttons: readonly string[];
}

/** Buttons are numbered from `firstButton` on; without it they are left away: nobody can press them once the process has ended. */
export function renderTerminal(reply: Reply<string>, style: Style, firstButton?: number): Rendered {
  const buttons: string[] = [];

  const renderActions = (actions: readonly Action<string>[], indent: string): string[] => {
    const shown = actions.flatMap((action) => {
      const label = escapeTerminal(action.label);
      if (action.kind === 'open') return [style.link(label, action.url)];
      if (firstButton === undefined || action.disabled) return [];
      const text = `[${firstButton + buttons.length}] ${label}`;
      buttons.push(action.press);
      return [action.primary ? style.strong(text) : text];
    });
    return shown.length === 0 ? [] : [wrap(shown.join('   '), indent, style)];
  };

  const renderBlock = (block: Block<string>): string[] => {
    switch (block.kind) {
      case 'heading':
        return [wrap(style.strong(escapeTerminal(block.text)), '', style)];
      case 'text':
        return [wrap(renderRichText(block.text, style), '', style)];
      case 'notice':
        return [renderNotice(block.text, block.tone, style)];
      case 'quote':
        return [...renderQuote(block, style), ...renderActions(block.actions, '  ')];
      case 'facts':
        return block.facts.map((fact) =>
          wrap(`${style.quiet(`${escapeTerminal(fact.label)}:`)} ${renderRichText(fact.value, style)}`, '', style),
        );
      case 'list':
        return block.items.flatMap((item) => [
          wrap(renderRichText(item.text, style), '  ', style, '• '),
          ...(item.detail === undefined ? [] : [wrap(style.quiet(escapeTerminal(item.detail)), '  ', style)]),
          ...(item.action === undefined ? [] : renderActions([item.action], '  ')),
        ]);
      case 'image':
        return [style.link(escapeTerminal(block.alt), block.url)];
    }
  };

  const parts = reply.blocks.map((block) => renderBlock(block).join('\n'));
  parts.push(renderActions(reply.actions, '').join('\n'));
  return { text: parts.filter((part) => part !== '').join('\n\n'), buttons };
}

export function renderNotice(text: RichText, tone: Tone, style: Style): string {
  return wrap(renderRichText(text, style), style.tone(tone, '▍ '), style);
}

function renderQuote(quote: QuoteBlock<string>, style: Style): string[] {
  const bar = quote.focus === false ? style.quiet('│ ') : style.tone('info', '┃ ');
  const moment = quote.moment?.url === undefined ? quote.moment?.label : undefined;
  const source = [quote.speaker, quote.episode, quote.podcast, quote.date, quote.caveat, moment].filter(
    (part) => part !== undefined,
  );
  const links = [quote.moment, ...quote.links].flatMap((link) =>
    link?.url === undefined ? [] : [style.link(escapeTerminal(link.label), link.url)],
  );
  return [
    wrap(highlight(quote, style), bar, style),
    ...(source.length === 0 ? [] : [wrap(style.quiet(source.map(escapeTerminal).join(' · ')), '  ', style)]),
    ...(links.length === 0 ? [] : [wrap(links.join('   '), '  ', style)]),
  ];
}

function highlight({ text, highlights }: QuoteBlock<string>, style: Style): string {
  let shown = '';
  let at = 0;
  for (const [from, to] of highlights) {
    shown += escapeTerminal(text.slice(at, from)) + style.highlight(escapeTerminal(text.slice(from, to)));
    at = to;
  }
  return shown + escapeTerminal(text.slice(at));
}

function renderRichText(text: RichText, style: Style): string {
  return text
    .map((span) => {
      const plain = escapeTerminal(span.text);
      const marked = span.mark === 'strong' ? style.strong(plain) : span.mark === 'code' ? style.code(plain) : plain;
      return span.url === undefined ? marked : style.link(marked, span.url);
    })
    .join('');
}

/** Wraps at the style's width; every line starts with `indent`, the first with `first` in its place. */
function wrap(text: string, indent: string, style: Style, first = indent): string {
  // An address that is broken over two lines can be neither clicked nor copied.
  const lines = wrapAnsi(text, style.columns - 2, { hard: !text.includes('://'), trim: true }).split('\n');
  return lines.map((line, place) => (place === 0 ? first : indent) + line).join('\n');
}
