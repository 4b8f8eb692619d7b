import type { Claim, Reproduction } from '../reproduction.ts';
import { pointsBelow } from '../points-of-error.ts';
import { levels, matching, type Results } from '../results.ts';
import { cellCurve, cells, pairErrors } from './differential-pair.ts';

const cifar10 = 'cifar10-error-tolerance';
const matrix = 'error-aware-training';
const ecg = 'ecg-inversion-faults';

/** Points lost at the next higher error rate of a study, so that the comparison is on the safe side. */
function lossAtLeast(results: Results, study: string, errors: number, where = {}) {
  const rows = matching(results.rows(study), where);
  const known = levels(rows, 'device.bitErrorRate');
  const next = known.find((level) => level >= errors) ?? Number.NaN;
  const at = (level: number) => matching(rows, { 'device.bitErrorRate': level });
  return pointsBelow(at(next), at(0));
}

const inherent = (task: string, study: string, where = {}): Claim => ({
  claim: `Networks bear the bit errors of pairs: points lost on ${task} at those of pairs whose single cells have 1e-2`,
  kind: 'published',
  published: 'little',
  unit: 'points',
  where: 'abstract: inherent resilience to bit errors, no formal error correction',
  tolerance: { atMost: 0.5 },
  direction: { below: 1.5 },
  note: 'Taken at the next higher error rate of the study. Networks, tables and measured error rates of the paper are not public here.',
  ours: (results) => lossAtLeast(results, study, pairErrors(results, 1e-2, 1).value, where),
});

/** Claims of the abstract; the full text was not at hand. */
export const hirtzlin2020Differential: Reproduction = {
  paper: 'hirtzlin-2020-differential',
  cite: 'T. Hirtzlin, M. Bocquet, B. Penkovsky, J.-O. Klein, E. Nowak, E. Vianello, J.-M. Portal, D. Querlioz, "Digital biologically plausible implementation of binarized neural networks with differential hafnium oxide resistive memory arrays", Front. Neurosci. 13 (2020) 1383, arXiv 1908.04066',
  pipelines: [cells, matrix, cifar10, ecg],
  claims: [
    {
      claim:
        'Differential reading reduces weight bit errors: errors of single cells over those of pairs, 1T1R at 1e-2',
      kind: 'published',
      published: 'fewer',
      unit: '×',
      where:
        'abstract: reduced bit errors without error correction; the factor of ten is the bar of this project',
      tolerance: { atLeast: 10 },
      direction: { above: 1 },
      note: 'Equal spreads and an ideal comparator; 6 times with σ_H = 3 σ_L.',
      ours: (results) => ({ value: 1e-2 / pairErrors(results, 1e-2, 1).value }),
    },
    inherent('Fashion-MNIST', matrix, { 'trainer.trainingFlipProbability': 0 }),
    inherent('CIFAR-10', cifar10),
    inherent('ECG electrode inversion', ecg),
  ],
  curves: [cellCurve],
  remarks: [
    'The paper tests MNIST, CIFAR-10, ImageNet and an ECG task; ImageNet is left out here.',
    'Energy per inference and accuracies of the paper are not public in its abstract, and are not compared.',
  ],
};
