// Words as they may be shown and kept: no control characters, no halves of characters, no entities that escaping twice has left.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/;
const allControls = new RegExp(controls, 'g');

/** Nobody says these; "&lt;" and the like may be what was talked about. */
const entity = /&(?:amp;)*(?:amp|quot|apos|#0{0,4}(?:34|38|39)|#x0{0,4}(?:22|26|27));/gi;
const marks: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", 34: '"', 38: '&', 39: "'" };

/** All that is shown of a transcript comes through here, behind what its format reads by itself. */
export function legible(text: string): string {
  const plain = text.includes('&') && text.includes(';') ? text.replace(entity, meant) : text;
  // At the first NUL, what keeps a text may cut it.
  const clean = controls.test(plain) ? plain.replace(allControls, '') : plain;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}

function meant(written: string): string {
  const [, name = '', hex, decimal] = /&(?:amp;)*(?:([a-z]+)|#x0*(\w+)|#0*(\d+));$/i.exec(written) ?? [];
  const code = hex === undefined ? decimal : String(Number.parseInt(hex, 16));
  return marks[code ?? name.toLowerCase()] ?? written;
}
