import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of node_api.h: beside Node's own binary, else that of the package with the same headers. */
export function findHeaders(node: string = process.execPath): string {
  const own = join(dirname(node), '..', 'include', 'node');
  if (existsSync(join(own, 'node_api.h'))) return own;
  const manifest = createRequire(import.meta.url).resolve('node-api-headers/package.json');
  return join(dirname(manifest), 'include');
}
