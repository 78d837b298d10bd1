// The page's own files, read once: its markup and style from the sources, its scripts from what is built of them.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { VerbatimError } from '../../errors.ts';
import { packageRoot } from '../../package-root.ts';

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const page = join('src', 'adapters', 'web', 'page');

/**
 * By path: `/`, `/style.css`, `/main.js`.
 * @throws VerbatimError `unavailable` when the page was not built.
 */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const folder of [join(packageRoot, page), join(packageRoot, 'dist', page)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const type = types[extname(name)];
      if (type === undefined) continue;
      const body = new Uint8Array(await readFile(join(folder, name)));
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
      assets.set(name === 'index.html' ? '/' : `/${name}`, { body, type, etag });
    }
  }
  if (assets.has('/') && assets.has('/main.js')) return assets;
  throw new VerbatimError('unavailable', 'The console’s page is not built. Run npm run build, then start again.');
}
