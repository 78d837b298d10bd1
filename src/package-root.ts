// Where the package stands on disk, whether it runs from its sources or from what is built of them.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package.json')) ? folder : findRoot(parent);
}

/**
 * Where a source file stands once it is built (`src/search/worker.ts`): Node runs threads from JavaScript, also when the
 * rest runs from the sources (in tests) or from one bundle.
 */
export function builtFile(source: string): string {
  return join(packageRoot, 'dist', source.replace(/\.ts$/, '.js'));
}
