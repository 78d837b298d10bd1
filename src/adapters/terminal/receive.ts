// What somebody typed at the prompt → what they mean.

export type Line =
  | { readonly kind: 'command'; readonly command: string; readonly text: string }
  | { readonly kind: 'press'; readonly button: number }
  | { readonly kind: 'leave' }
  | { readonly kind: 'nothing' };

/** `/quote tiktok` runs a command, `2` presses a button, `/exit` leaves; words alone look for a quote. */
export function receiveLine(line: string): Line {
  const typed = line.trim();
  if (typed === '') return { kind: 'nothing' };
  if (/^\/?(exit|quit)$/i.test(typed)) return { kind: 'leave' };
  if (/^\[?\d{1,3}\]?$/.test(typed)) return { kind: 'press', button: Number(typed.replace(/\D/g, '')) };
  const command = /^\/([\p{L}\p{N}_-]+)\s*([\s\S]*)$/u.exec(typed);
  if (command === null) return { kind: 'command', command: 'quote', text: typed };
  return { kind: 'command', command: (command[1] ?? '').toLowerCase(), text: command[2] ?? '' };
}
