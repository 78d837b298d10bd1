// Fills names into the page's sentences.

/** `fill('Remove {name}', { name: 'speaker' })` is "Remove speaker". */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
