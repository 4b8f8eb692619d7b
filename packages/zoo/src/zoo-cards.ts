import { join } from 'node:path';
import { textHash } from '@bitfront/core';
import { cardFields, checkFields, recipeFields } from './check-fields.ts';
import { readJson } from './read-json.ts';
import type { ZooCard } from './zoo-card.ts';
import { shippedZoo } from './zoo-folders.ts';
import { checkName, zooNames, zooRecipeNames } from './zoo-names.ts';
import type { ZooRecipe } from './zoo-recipe.ts';

/** The cards of all networks, sorted by name. @throws ZOO_FILE_DAMAGED */
export function zooCards(zoo = shippedZoo): readonly ZooCard[] {
  return zooNames(zoo).map((name) => zooCard(name, zoo));
}

/** @throws ZOO_NAME_UNKNOWN, ZOO_FILE_DAMAGED */
export function zooCard(name: string, zoo = shippedZoo): ZooCard {
  return readCard(name, zoo).card;
}

/** Changes with all that a card says, and with the network: its hash is part of the card. */
export function zooFingerprint(name: string, zoo = shippedZoo): string {
  return textHash(readCard(name, zoo).text);
}

/** @throws ZOO_NAME_UNKNOWN, ZOO_FILE_DAMAGED */
export function zooRecipe(name: string, zoo = shippedZoo): ZooRecipe {
  checkName(name, zooRecipeNames(zoo));
  const file = join(zoo.recipes, `${name}.json`);
  const { value } = readJson(file);
  checkFields(file, value, name, recipeFields);
  return value as unknown as ZooRecipe;
}

function readCard(name: string, zoo: typeof shippedZoo): { readonly card: ZooCard; readonly text: string } {
  const untrained = zooRecipeNames(zoo).includes(name);
  checkName(
    name,
    zooNames(zoo),
    untrained ? ` Only its recipe is there: \`bitfront zoo train ${name} --write\`.` : '',
  );
  const file = join(zoo.networks, `${name}.json`);
  const { text, value } = readJson(file);
  checkFields(file, value, name, cardFields);
  return { card: value as unknown as ZooCard, text };
}
