// What the terminal can do: its width, colours, clickable links.

import picocolors from 'picocolors';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { limits } from '../adapters/terminal/limits.ts';
import type { TerminalFeatures } from '../adapters/terminal/style.ts';

export function terminalFeatures(stream: NodeJS.WriteStream): TerminalFeatures {
  const columns = stream.columns ?? limits.columnsIfUnknown;
  return {
    columns: Math.min(Math.max(columns, limits.leastColumns), limits.mostColumns),
    colours: picocolors.isColorSupported,
    hyperlinks: createSupportsHyperlinks(stream),
  };
}
