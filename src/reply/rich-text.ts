// Text with meaning, from plain text.

import type { RichText, Span } from './reply.ts';

export const plain = (text: string): RichText => [{ text }];
export const strong = (text: string): Span => ({ text, mark: 'strong' });
export const code = (text: string): Span => ({ text, mark: 'code' });

export function toPlainText(text: RichText): string {
  return text.map((span) => span.text).join('');
}
