import type { Claim, Reproduction } from '../reproduction.ts';
import { cellCurve, cells, codedErrors, goldenClaims, pairErrors, secded } from './differential-pair.ts';

const where = 'abstract: the same reliability benefit as error correction, without CMOS overhead';

/** The same benefit would be a ratio of 1: errors of a pair over those of the extended Hamming code, which has as many cells. */
const benefit = (errors: number, ratio: number): Claim => ({
  claim: `Errors of a pair over those of SECDED(8,4), ${ratio === 1 ? 'equal spreads' : `σ_H = ${ratio} σ_L`}, 1T1R at ${errors}`,
  kind: 'published',
  published: 1,
  unit: '×',
  where,
  tolerance: { factor: 1.5 },
  direction: { below: 100 },
  atBest: 'direction only',
  note: 'The code of the paper is not public; the rate-1/2 extended Hamming code has the redundancy of a pair. Log-normal resistances and an ideal comparator are assumed.',
  ours: (results) => ({
    value: pairErrors(results, errors, ratio).value / codedErrors(results, errors, secded(4)).value,
  }),
});

/** Claims of the abstract; the full text was not at hand. */
export const bocquet20182t2r: Reproduction = {
  paper: 'bocquet-2018-2t2r',
  cite: 'M. Bocquet, T. Hirtzlin, J.-O. Klein, E. Nowak, E. Vianello, J.-M. Portal, D. Querlioz, "In-memory and error-immune differential RRAM implementation of binarized deep neural networks", IEDM 2018, arXiv 1902.02528',
  pipelines: [cells],
  claims: [
    ...[1e-2, 1e-3, 1e-4, 1e-5].map((errors) => benefit(errors, 1)),
    ...[1e-2, 1e-4].map((errors) => benefit(errors, 3)),
    ...goldenClaims,
  ],
  curves: [cellCurve],
  remarks: [
    'Whether a pair equals a code hangs on the spreads: with equal ones it does, with σ_H = 3 σ_L, nearer to hafnium oxide, it falls short.',
    'Measured distributions, programming conditions and the endurance of billions of cycles are not public as numbers per condition, and are not compared.',
  ],
};
