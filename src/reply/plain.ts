// A reply as plain text, complete and readable: for notifications, pipes, and wherever nothing else works. Buttons that
// need pressing are left out; links stand with their address.

import type { Action, Block, Fact, ListItem, QuoteBlock, Reply, RichText } from './reply.ts';
import { toPlainText } from './rich-text.ts';

export function renderPlain(reply: Reply<unknown>): string {
  const parts = [...reply.blocks.map(renderBlock), renderLinks(reply.actions)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderBlock(block: Block<unknown>): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
    case 'notice':
      return renderRichText(block.text);
    case 'quote':
      return renderQuote(block);
    case 'facts':
      return block.facts.map(renderFact).join('\n');
    case 'list':
      return block.items.map(renderItem).join('\n');
    case 'image':
      return `${block.alt}: ${block.url}`;
  }
}

function renderQuote(quote: QuoteBlock<unknown>): string {
  const source = [quote.speaker, quote.episode, quote.podcast, quote.date, quote.caveat].filter(
    (part) => part !== undefined,
  );
  const places = [quote.moment, ...quote.links].flatMap((link) =>
    link === undefined ? [] : [link.url === undefined ? link.label : `${link.label} ${link.url}`],
  );
  return [
    ...quote.text.split('\n').map((line) => `> ${line}`),
    ...(source.length > 0 ? [`— ${source.join(' · ')}`] : []),
    ...places.map((place) => `  ${place}`),
    ...(renderLinks(quote.actions) === '' ? [] : [renderLinks(quote.actions)]),
  ].join('\n');
}

function renderFact(fact: Fact): string {
  return `${fact.label}: ${renderRichText(fact.value)}`;
}

function renderItem(item: ListItem<unknown>): string {
  const link = item.action?.kind === 'open' ? ` ${item.action.url}` : '';
  return `- ${renderRichText(item.text)}${item.detail === undefined ? '' : ` (${item.detail})`}${link}`;
}

function renderLinks(actions: readonly Action<unknown>[]): string {
  return actions.flatMap((action) => (action.kind === 'open' ? [`${action.label}: ${action.url}`] : [])).join('\n');
}

function renderRichText(text: RichText): string {
  return toPlainText(text.map((span) => (span.url === undefined ? span : { text: `${span.text} (${span.url})` })));
}
