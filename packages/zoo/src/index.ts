export { architectureText } from './architecture-text.ts';
export { loadZooNetwork } from './load-zoo-network.ts';
export { weightsHash } from './weights-hash.ts';
export type { ZooCard } from './zoo-card.ts';
export { zooCard, zooCards, zooFingerprint, zooRecipe } from './zoo-cards.ts';
export { type ZooTraining, zooEntry } from './zoo-entry.ts';
export { shippedZoo, type ZooFolders } from './zoo-folders.ts';
export { zooNames, zooRecipeNames } from './zoo-names.ts';
export type { ZooPipeline, ZooRecipe, ZooStage } from './zoo-recipe.ts';
