// What is said of a check's outcome, in the log's words: one line each, and nothing where nothing happened.

import type { VerbatimError } from '../errors.ts';
import { shownAddress } from '../text/address.ts';
import type { Checked } from './check.ts';

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

export function linesOf(checked: Checked): readonly Line[] {
  const { before, feed } = checked;
  const name = nameOf(feed);
  if (checked.kind === 'failed') return [failureOf(name, checked.error)];
  if (checked.kind !== 'answered') return [];
  const { report, unchanged } = checked.result;
  const lines: Line[] = [];
  if (feed.address !== before.address) {
    lines.push({ level: 'info', text: `${name} has moved: it is read from ${shownAddress(feed.address)} from now on` });
  }
  if (before.toldLog) lines.push({ level: 'info', text: `${name} answers again` });
  const news = newsOf(report.added, report.changed);
  if (news !== undefined) lines.push({ level: 'info', text: `${news} of ${name}` });
  else lines.push({ level: 'debug', text: `${name} ${unchanged ? 'has not changed' : 'was read: nothing new'}` });
  const [failure, ...others] = report.failed;
  if (failure !== undefined) {
    const rest = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
    lines.push({ level: news === undefined ? 'debug' : 'warn', text: `of ${name}: ${failure.reason}${rest}` });
  }
  return lines;
}

/** A feed that is away for an hour is nothing to tell; a fault of our own is. */
function failureOf(name: string, { message, cause, code }: VerbatimError): Line {
  if (code !== 'unavailable') return { level: 'debug', text: `${name} could not be checked: ${message}` };
  const why = cause instanceof Error ? (cause.stack ?? cause.message) : message;
  return { level: 'error', text: `${name} could not be checked: ${why}` };
}

/** What an owner knows it by. */
export function nameOf({ title, address }: { readonly title?: string; readonly address: string }): string {
  return title ?? shownAddress(address);
}

function newsOf(added: number, changed: number): string | undefined {
  const parts = [
    ...(added === 0 ? [] : [`${added} new ${episodes(added)}`]),
    ...(changed === 0 ? [] : [`${changed} changed ${added === 0 ? episodes(changed) : ''}`.trim()]),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}

const episodes = (count: number): string => (count === 1 ? 'episode' : 'episodes');
