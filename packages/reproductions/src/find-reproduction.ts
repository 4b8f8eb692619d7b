import { bitfrontError, nearest } from '@bitfront/errors';
import { bocquet20182t2r } from './papers/bocquet-2018-2t2r.ts';
import { circuits } from './papers/circuits.ts';
import { hirtzlin2019ErrorTolerance } from './papers/hirtzlin-2019-error-tolerance.ts';
import { hirtzlin2019Mram } from './papers/hirtzlin-2019-mram.ts';
import { hirtzlin2019ScBnn } from './papers/hirtzlin-2019-sc-bnn.ts';
import { hirtzlin2020Differential } from './papers/hirtzlin-2020-differential.ts';
import { oh2023SubImage } from './papers/oh-2023-subimage.ts';
import type { Reproduction } from './reproduction.ts';

/** All of them, in the order in which `reproduce all` goes. */
export const reproductions: readonly Reproduction[] = [
  bocquet20182t2r,
  hirtzlin2020Differential,
  hirtzlin2019ErrorTolerance,
  hirtzlin2019Mram,
  hirtzlin2019ScBnn,
  oh2023SubImage,
  circuits,
];

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
