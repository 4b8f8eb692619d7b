import { im2colCounts, reduction, shareAt, subImageCounts } from '../crossbars/crossbar-counts.ts';
import { mixed, networks } from '../crossbars/square-networks.ts';
import { accuracyOf, pointsBelow } from '../points-of-error.ts';
import type { Claim, Curve, Reproduction } from '../reproduction.ts';
import { levels, matching, type Results } from '../results.ts';

const study = 'mixed-kernels';
const tuned = { subImage: 'tuned' } as const;
const resNet = networks['ResNet-20'];
const script = 'script of another author over the same count equations';

/** The paper's numbers, in the reading that gives them. */
const published: readonly Claim[] = [
  ...([128, 256] as const).map(
    (side): Claim => ({
      claim: `Crossbars saved by 2D + 1D kernels, ${side} × ${side}`,
      kind: 'published',
      published: side === 128 ? 90 : 95,
      unit: '%',
      where: `abstract: almost ${side === 128 ? 90 : 95} %`,
      tolerance: { within: 3 },
      direction: { above: 50 },
      note: 'ResNet-20, largest sub-image, a crossbar for each: the reading that fits; network and reading of the paper are not public.',
      ours: () => ({ value: reduction('ResNet-20', side) }),
    }),
  ),
  ...(['deep', 'input'] as const).map(
    (from): Claim => ({
      claim: `Crossbars at a ratio of 0.5 over those at 0, 128 × 128, converted from the ${from} end`,
      kind: 'published',
      published: 0.5,
      unit: '×',
      where: 'abstract: the number of crossbars becomes half',
      tolerance: { within: 0.08 },
      direction: { below: 0.8 },
      note: 'Which layers the paper converts is not public.',
      ours: () => ({ value: shareAt('ResNet-20', 128, 0.5, from) }),
    }),
  ),
];

/** The same with other networks and readings: what the two percentages depend on. */
const dependence: readonly Claim[] = [
  ...(
    [
      ['plain CNN', 128, 91.3],
      ['plain CNN', 256, 94.0],
      ['ResNet-20', 128, 92.1],
      ['ResNet-20', 256, 94.2],
    ] as const
  ).map(
    ([network, side, value]): Claim => ({
      claim: `Crossbars saved in ${network}, ${side} × ${side}, largest sub-image`,
      kind: 'computed',
      published: value,
      unit: '%',
      where: script,
      tolerance: { within: 0.05 },
      ours: () => ({ value: reduction(network, side) }),
    }),
  ),
  {
    claim: 'Crossbars saved in ResNet-20, 128 × 128, against 3D kernels with tuned sub-images',
    kind: 'computed',
    published: 29.6,
    unit: '%',
    where: script,
    tolerance: { within: 0.05 },
    note: 'The weak baseline carries the 90 %: with sub-images that several channels share, 3D kernels take 7,936 crossbars, not 70,400.',
    ours: () => ({ value: reduction('ResNet-20', 128, { baseline: tuned }) }),
  },
  {
    claim: 'Crossbars saved in ResNet-20, 256 × 256, against 3D kernels with tuned sub-images',
    kind: 'computed',
    published: 'more crossbars',
    unit: '%',
    where: script,
    tolerance: { atMost: 0 },
    direction: { below: 0 },
    ours: () => ({ value: reduction('ResNet-20', 256, { baseline: tuned }) }),
  },
  {
    claim: 'Crossbars saved in ResNet-20, 256 × 256, both with tuned sub-images',
    kind: 'computed',
    published: 'a few percent',
    unit: '%',
    where: script,
    tolerance: { atLeast: 0 },
    direction: { above: 0 },
    ours: () => ({ value: reduction('ResNet-20', 256, { both: tuned }) }),
  },
  {
    claim: 'Crossbars saved in a CNN of 64 to 256 channels, 128 × 128, largest sub-image',
    kind: 'computed',
    published: '97 to 99 %',
    unit: '%',
    where: script,
    tolerance: { atLeast: 96.5 },
    direction: { above: 96.5 },
    note: 'Wide networks overshoot the published 90 %.',
    ours: () => ({ value: reduction('wide CNN', 128) }),
  },
  {
    claim: 'Crossbars of ResNet-20 with 3D kernels, 128 × 128, one output pixel at a time (im2col)',
    kind: 'computed',
    published: 58,
    unit: '1',
    where: script,
    tolerance: { within: 0 },
    note: 'Against 70,400 that read everything at once: crossbars alone compare nothing, see the products of crossbars and reads.',
    ours: () => ({ value: im2colCounts(resNet, 128).crossbars }),
  },
  ...(['3D', '2D + 1D'] as const).map(
    (kernels): Claim => ({
      claim: `Reads of single crossbars per image, ResNet-20 with ${kernels} kernels, 128 × 128: sub-images over im2col`,
      kind: 'computed',
      published: kernels === '3D' ? 'more' : 'fewer',
      unit: '×',
      where: 'our question: does reading everything at once do less work in all?',
      tolerance: kernels === '3D' ? { atLeast: 1 } : { atMost: 1 },
      direction: kernels === '3D' ? { above: 1 } : { below: 1 },
      note: 'Crossbars × reads of the largest sub-image over those of im2col; above 1 the sub-images do more work in all.',
      ours: () => {
        const layers = kernels === '3D' ? resNet : mixed(resNet, 1, 'deep');
        return { value: subImageCounts(layers, 128).crossbarReads / im2colCounts(layers, 128).crossbarReads };
      },
    }),
  ),
  {
    claim: 'Cells that hold a weight, 3D kernels of ResNet-20, 128 × 128, largest sub-image',
    kind: 'computed',
    published: 7,
    unit: '%',
    where: 'arithmetic: 9 of 128 cells of a column, all columns wired',
    tolerance: { within: 0.5 },
    note: 'Edge sub-images and the layer of three channels make no difference: every crossbar is alike.',
    ours: () => ({ value: 100 * subImageCounts(resNet, 128).cellUtilisation }),
  },
];

const loss = (ratio: number, claim: string, limit: number, words: number | string, note: string): Claim => ({
  claim,
  kind: 'published',
  published: words,
  unit: 'points',
  where: 'abstract',
  tolerance: { atMost: limit },
  direction: { below: limit },
  note,
  ours: (results) => pointsBelow(trainings(results, ratio), trainings(results, 0)),
});

/** One row of each training, whatever the mapping. */
const trainings = (results: Results, ratio: number) =>
  matching(results.rows(study), {
    'trainer.separableRatio': ratio,
    partitioner: 'partitioner-im2col',
    'partitioner.arrayRows': 128,
  });

const accuracy: readonly Claim[] = [
  loss(
    1,
    'Accuracy lost on CIFAR-10 by 2D + 1D kernels',
    2,
    2,
    'Binarized plain CNN 16-16-M-32-32-M-64-64, equal training, three seeds; its first layer stays 3D, and bits stand between the 2D and the 1D kernel. The paper’s network is not public and need not be binary.',
  ),
  loss(
    0.5,
    'Accuracy lost on CIFAR-10 at a ratio of 0.5',
    1,
    'very little',
    'Read as at most one point; the deep half of the layers behind the first one.',
  ),
];

const ratios = Array.from({ length: 11 }, (_, step) => step / 10);
const shares: Curve = {
  name: 'crossbars',
  title: 'ResNet-20: crossbars against the ratio of 2D + 1D layers',
  x: { title: 'Layers with 2D + 1D kernels', unit: '1', scale: 'linear' },
  y: { title: 'Crossbars over those of 3D kernels', unit: '1', scale: 'linear' },
  series: () =>
    ([128, 256] as const).flatMap((side) =>
      (['deep', 'input'] as const).map((from) => ({
        name: `${side} × ${side}, ${from} end first`,
        points: ratios.map((ratio) => ({ x: ratio, y: shareAt('ResNet-20', side, ratio, from) })),
      })),
    ),
};

const work: Curve = {
  name: 'work',
  title: 'ResNet-20, 128 × 128: crossbars and reads of each mapping, 3D and 2D + 1D kernels',
  x: { title: 'Reads one after the other per image', unit: '1', scale: 'logarithmic' },
  y: { title: 'Crossbars', unit: '1', scale: 'logarithmic' },
  series: () => {
    const kernels = [resNet, mixed(resNet, 1, 'deep')];
    const at = ({ readsPerInference: x, crossbars: y }: ReturnType<typeof im2colCounts>) => ({ x, y });
    return [
      { name: 'largest sub-image', points: kernels.map((layers) => at(subImageCounts(layers, 128))) },
      { name: 'tuned sub-image', points: kernels.map((layers) => at(subImageCounts(layers, 128, tuned))) },
      { name: 'im2col', points: kernels.map((layers) => at(im2colCounts(layers, 128))) },
    ];
  },
};

const accuracies: Curve = {
  name: 'accuracy',
  title: 'CIFAR-10, binarized plain CNN: accuracy against the ratio of 2D + 1D layers',
  x: { title: 'Layers with 2D + 1D kernels', unit: '1', scale: 'linear' },
  y: { title: 'Test accuracy, mean of three trainings', unit: '%', scale: 'linear' },
  series: (results) => [
    {
      name: 'plain CNN',
      points: levels(results.rows(study), 'trainer.separableRatio').map((ratio) => ({
        x: ratio,
        y: accuracyOf(trainings(results, ratio)),
      })),
    },
  ],
};

/** Claims of the abstract; tables, networks and the formula of the overhead were not at hand. */
export const oh2023SubImage: Reproduction = {
  paper: 'oh-2023-subimage',
  cite: 'S. Oh, J. An, K.-S. Min, "Area-Efficient Mapping of Convolutional Neural Networks to Memristor Crossbars Using Sub-Image Partitioning", Micromachines 14(2), 309 (2023), doi 10.3390/mi14020309',
  pipelines: [study],
  claims: [...published, ...accuracy, ...dependence],
  curves: [shares, work, accuracies],
  remarks: [
    'The 90 % and 95 % depend on the baseline: 3D kernels on the largest sub-image leave one input channel and one kernel on a crossbar, so that 7 % of its cells hold a weight.',
    'They depend on the network too: 16 to 64 channels fit the pair, wide networks save more.',
    'Sums of several crossbars are added outside them; no count holds what that costs.',
    'Strided layers are counted at their output map with windows at stride 1.',
  ],
};
