import { existsSync, readdirSync } from 'node:fs';
import { bitfrontError, nearest } from '@bitfront/errors';
import { shippedZoo } from './zoo-folders.ts';

/** Names of the trained networks, sorted. */
export function zooNames(zoo = shippedZoo): readonly string[] {
  return namesIn(zoo.networks);
}

/** Names of the recipes, sorted; none in an installed package. */
export function zooRecipeNames(zoo = shippedZoo): readonly string[] {
  return namesIn(zoo.recipes);
}

/** @throws ZOO_NAME_UNKNOWN with the valid names */
export function checkName(name: string, valid: readonly string[], hint = ''): void {
  if (valid.includes(name)) return;
  const guess = nearest(name, valid);
  throw bitfrontError('ZOO_NAME_UNKNOWN', {
    name,
    valid: valid.length > 0 ? valid : ['none'],
    hint: hint === '' && guess !== undefined ? ` Did you mean "${guess}"?` : hint,
  });
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.json$/.test(file));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}
