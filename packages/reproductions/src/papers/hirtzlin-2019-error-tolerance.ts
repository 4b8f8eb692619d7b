import { accuracyOf, pointsBelow } from '../points-of-error.ts';
import type { Claim, Curve, Reproduction } from '../reproduction.ts';
import { levels, matching, type ResultRow, type Results } from '../results.ts';

const matrix = 'error-aware-training';
const mnist = 'mnist-error-tolerance';
const cifar10 = 'cifar10-error-tolerance';
const energy = 'rram-programming-energy';

/** One row per training. */
const at = (results: Results, study: string, trainedWith: number | undefined, errors: number) =>
  matching(results.rows(study), {
    'device.bitErrorRate': errors,
    ...(trainedWith === undefined ? {} : { 'trainer.trainingFlipProbability': trainedWith }),
  });

/** Points lost against the same network without errors, mean and interval over trainings. */
const loss = (results: Results, study: string, trainedWith: number | undefined, errors: number) =>
  withDraws(at(results, study, trainedWith, errors), at(results, study, trainedWith, 0));

/** One training has no spread over trainings: then that over images and fault draws stands for it. */
function withDraws(worse: readonly ResultRow[], better: readonly ResultRow[]) {
  const measured = pointsBelow(worse, better);
  const [row, base] = [worse[0], better[0]];
  if (worse.length !== 1 || row === undefined || base === undefined) return measured;
  const errors = 100 * base.number('errorRate');
  return {
    ...measured,
    low95: 100 * row.number('errorRateLow95') - errors,
    high95: 100 * row.number('errorRateHigh95') - errors,
  };
}

const littleImpact =
  '"Little impact" is read as at most half a point; topologies and repeats of the paper are not public.';

const tolerated = (task: string, study: string, trainedWith: number | undefined): Claim => ({
  claim: `Standard training bears a bit error rate of 1e-4 with little impact: points lost on ${task}`,
  kind: 'published',
  published: 'little',
  unit: 'points',
  where: 'abstract',
  tolerance: { atMost: 0.5 },
  direction: { below: 1.5 },
  note: littleImpact,
  ours: (results) => loss(results, study, trainedWith, 1e-4),
});

const adapted = (task: string, study: string): Claim => ({
  claim: `Trained with errors, a network bears a bit error rate of 4e-2: points lost on ${task}`,
  kind: 'published',
  published: 'little',
  unit: 'points',
  where: 'abstract',
  tolerance: { atMost: 1.5 },
  direction: { below: 5 },
  note: 'Trained at 4e-2 and read at 4e-2, against the same network without errors; 1.5 points is the bar of this project.',
  ours: (results) => loss(results, study, 0.04, 0.04),
});

const published: readonly Claim[] = [
  tolerated('Fashion-MNIST', matrix, 0),
  tolerated('MNIST', mnist, 0),
  tolerated('CIFAR-10', cifar10, undefined),
  adapted('Fashion-MNIST', matrix),
  adapted('MNIST', mnist),
  {
    claim: 'Training with errors gains where errors are many: points gained at 1e-1 over standard training',
    kind: 'published',
    published: 'gains',
    unit: 'points',
    where: 'abstract: adapted training raises the tolerable bit error rate from 1e-4 to 4e-2',
    tolerance: { atLeast: 5 },
    direction: { above: 0 },
    ours: (results) => pointsBelow(at(results, matrix, 0, 0.1), at(results, matrix, 0.04, 0.1)),
  },
  {
    claim:
      'Training with errors overfits to its error rate: points lost without errors against standard training',
    kind: 'published',
    published: 'drops',
    unit: 'points',
    where: 'S. Buschjäger et al., arXiv 2002.00909, abstract: accuracy at lower bit error rates drops',
    tolerance: { atLeast: 0.1 },
    direction: { above: 0 },
    ours: (results) => pointsBelow(at(results, matrix, 0.1, 0), at(results, matrix, 0, 0)),
  },
];

/** How many times less the weakest programming takes whose network stays within 1.5 points of a standard one. */
const saved = (trainedWith: number, published: number): Claim => ({
  claim: `Programming energy saved within 1.5 points of accuracy, ${trainedWith === 0 ? 'standard training' : `trained at ${trainedWith}`}`,
  kind: 'published',
  published,
  unit: '×',
  where: trainedWith === 0 ? 'abstract: standard networks need the reference condition' : 'abstract',
  tolerance: { factor: 1.1 },
  ...(trainedWith === 0 ? {} : { direction: { above: 1 } }),
  atBest: 'direction only',
  note: 'Two points of a table, taken from abstracts, and a straight line between them: the 30 is put in, not found. What is ours is whether a network bears the errors that go with it.',
  ours: (results) => {
    const rows = results.rows(energy);
    const base = matching(rows, { 'trainer.trainingFlipProbability': 0, 'device.relativeEnergy': 1 });
    const borne = levels(rows, 'device.relativeEnergy').filter((relativeEnergy) => {
      const where = {
        'trainer.trainingFlipProbability': trainedWith,
        'device.relativeEnergy': relativeEnergy,
      };
      return pointsBelow(matching(rows, where), base).value <= 1.5;
    });
    return { value: 1 / Math.min(...borne) };
  },
});

/** Points lost against no errors in independent PyTorch runs of 10 to 15 epochs, two fault draws. */
const independent: readonly (readonly [
  trainedWith: number,
  errors: number,
  points: number,
  within: number,
])[] = [
  [0, 1e-3, -0.03, 0.5],
  [0, 1e-2, 0.23, 0.5],
  [0, 2e-2, 0.91, 1],
  [0, 4e-2, 2.37, 2],
  [0, 1e-1, 24.8, 15],
  [0.04, 1e-2, 0.51, 0.7],
  [0.04, 4e-2, 0.83, 1],
  [0.04, 1e-1, 6.55, 5],
];

const computed = independent.map(
  ([trainedWith, errors, points, within]): Claim => ({
    claim: `Points lost on Fashion-MNIST, trained at ${trainedWith}, read at ${errors}`,
    kind: 'computed',
    published: points,
    unit: 'points',
    where: 'independent PyTorch run, 784-1024-1024-10, one seed, two draws of errors',
    tolerance: { within },
    direction: { above: 0 },
    ours: (results) => loss(results, matrix, trainedWith, errors),
  }),
);

const curve: Curve = {
  name: 'accuracy',
  title: 'Fashion-MNIST: accuracy against bit error rate, by error rate in training',
  x: { title: 'Bit error rate of stored weights', unit: '1', scale: 'logarithmic' },
  y: { title: 'Test accuracy', unit: '%', scale: 'linear' },
  series: (results) => {
    const rows = results.rows(matrix);
    return levels(rows, 'trainer.trainingFlipProbability').map((trainedWith) => ({
      name: trainedWith === 0 ? 'standard training' : `trained at ${trainedWith}`,
      points: levels(rows, 'device.bitErrorRate').map((errors) => ({
        x: errors,
        y: accuracyOf(at(results, matrix, trainedWith, errors)),
      })),
    }));
  },
};

/** Claims of the abstract; the full text was not at hand. */
export const hirtzlin2019ErrorTolerance: Reproduction = {
  paper: 'hirtzlin-2019-error-tolerance',
  cite: 'T. Hirtzlin, M. Bocquet, J.-O. Klein, E. Nowak, E. Vianello, J.-M. Portal, D. Querlioz, "Outstanding bit error tolerance of resistive RAM-based binarized neural networks", AICAS 2019, arXiv 1904.03652',
  pipelines: [matrix, mnist, cifar10, energy],
  claims: [...published, saved(0.04, 30), saved(0, 1), ...computed],
  curves: [curve],
  remarks: [
    'Errors flip stored (folded) bits independently, one draw per programming; 5 draws, 2 trainings on Fashion-MNIST.',
    'Within 1.5 points the network trained without errors bears the errors of 30 times less energy as well: that saving needs no adapted training here, a stricter limit would.',
    'Adapted training flips weight signs afresh at every forward pass, as in public code of the same group.',
  ],
};
