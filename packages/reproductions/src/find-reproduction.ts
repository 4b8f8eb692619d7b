import { bitfrontError, nearest } from '@bitfront/errors';
import { hirtzlin2019ScBnn } from './papers/hirtzlin-2019-sc-bnn.ts';
import type { Reproduction } from './reproduction.ts';

/** All of them, in the order in which `reproduce all` goes. */
export const reproductions: readonly Reproduction[] = [hirtzlin2019ScBnn];

/** The reproductions that a word stands for; `all` for every one. @throws REPRODUCTION_UNKNOWN */
export function findReproduction(paper: string): readonly Reproduction[] {
  if (paper === 'all') return reproductions;
  const found = reproductions.filter((one) => one.paper === paper);
  if (found.length > 0) return found;
  const valid = [...reproductions.map((one) => one.paper), 'all'];
  const guess = nearest(paper, valid);
  const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  throw bitfrontError('REPRODUCTION_UNKNOWN', { paper, valid, hint });
}
