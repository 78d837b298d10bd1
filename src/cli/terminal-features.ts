// What the terminal can do: its width, colours, clickable links.

import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { limits } from '../adapters/terminal/limits.ts';
import type { TerminalFeatures } from '../adapters/terminal/style.ts';
import { hasColours } from './colours.ts';

export function terminalFeatures(stream: NodeJS.WriteStream): TerminalFeatures {
  // A terminal that was given no size says 0, as in a container or under a pipe that plays terminal.
  const columns = stream.columns || limits.columnsIfUnknown;
  return {
    columns: Math.min(Math.max(columns, limits.leastColumns), limits.mostColumns),
    colours: hasColours,
    hyperlinks: createSupportsHyperlinks(stream),
  };
}
