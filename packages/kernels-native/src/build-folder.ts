import { join } from 'node:path';

// Reached from src and from dist alike. Paths, not URLs: what a module names by URL counts as its code where the keys of
// stored artifacts are made, and those must not depend on whether somebody built the addon.

/** Where `npm run build:native` writes, unless told otherwise. */
export const buildFolder = join(import.meta.dirname, '..', 'build');

/** The C++ of the addon. */
export const sourceFolder = join(import.meta.dirname, '..', 'native');
