import { expect, test } from 'vitest';
import { limits } from '../../src/adapters/terminal/limits.ts';
import { terminalFeatures } from '../../src/cli/terminal-features.ts';

const terminal = (columns?: number) => Object.assign(Object.create(process.stdout), { columns }) as NodeJS.WriteStream;

test.each([
  ['a terminal of a usual size', 72, 72],
  ['one that is very narrow', 5, limits.leastColumns],
  ['one that was given no size and says 0', 0, limits.columnsIfUnknown],
  ['a pipe', undefined, limits.columnsIfUnknown],
])('the width of %s', (_what, columns, width) => {
  expect(terminalFeatures(terminal(columns)).columns).toBe(width);
});
