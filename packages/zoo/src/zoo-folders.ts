import { join } from 'node:path';

/** Where the zoo lies: networks with their cards, and in the repository the recipes they were trained by. */
export interface ZooFolders {
  readonly networks: string;
  readonly recipes: string;
}

/** Of this package, installed or in the repository. */
export const shippedZoo: ZooFolders = Object.freeze({
  networks: join(import.meta.dirname, '..', 'networks'),
  recipes: join(import.meta.dirname, '..', 'recipes'),
});
