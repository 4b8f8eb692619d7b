import { choice, defineStage, flag, integer, listOf, quantity, text } from '@bitfront/core';
import { convolutionsPattern, layersOf, scheduleNames, train } from '@bitfront/training';

export default defineStage({
  name: 'trainer-bnn',
  version: 1,
  doc: 'Perceptrons and convolutional networks of ±1 weights and activations, trained with the straight-through estimator',
  needs: { dataset: ['description', 'train', 'validation'], encoding: ['training'] },
  gives: 'network',
  parameters: {
    convolutions: text(
      convolutionsPattern,
      'layers such as 64C3-64C3-MP2',
      'Convolutional layers before the dense ones: 64C3, 64C3s2p1, DW3p1 (depthwise), MP2 (max-pooling), 64C3p1r2 (shortcut over two layers)',
      '',
    ),
    separableRatio: quantity(
      '1',
      0,
      1,
      'Convolutions, of those behind the first one, that become depthwise and pointwise (2D + 1D) ones',
      { default: 0, provenance: { cite: 'every convolution as it is written', how: 'derived' } },
    ),
    separableFrom: choice(['deep', 'input'], 'The end of the network from which they are counted', 'deep'),
    hiddenWidths: listOf(
      integer(1, 65_536, 'Neurons of a hidden layer'),
      0,
      16,
      'Neurons of each dense hidden layer',
    ),
    epochs: integer(1, 10_000, 'Passes over the training examples', 10),
    batchSize: integer(2, 4096, 'Examples per step; multiples of 32 use the lanes fully', 128),
    shards: integer(
      1,
      64,
      'Equal parts of a batch, each with batch-norm statistics of its own, which threads may share out',
      1,
    ),
    learningRate: quantity('1', 1e-6, 1, 'Step of Adam at the start', {
      default: 0.005,
      provenance: { cite: 'Laborieux-Axel/SynapticMetaplasticityBNN, public code', how: 'derived' },
    }),
    schedule: choice(scheduleNames, 'How the learning rate falls', 'cosine'),
    flipImages: flag('Mirror training images left and right with probability 1/2', false),
    shiftPixels: integer(0, 64, 'Move training images by up to this many pixels in each direction', 0),
    trainingFlipProbability: quantity(
      '1',
      0,
      0.5,
      'Weight bits flipped afresh at every forward pass of training',
      {
        default: 0,
        provenance: { cite: 'no injected errors', how: 'derived' },
      },
    ),
    initialRange: quantity('1', 1e-6, 1, 'Latent weights start uniform within plus and minus this', {
      default: 0.1,
      provenance: { cite: 'chosen on the validation split of MNIST, see README', how: 'fitted' },
    }),
    clipLatent: flag('Keep latent weights in [-1, 1] (BinaryNet does)', true),
    repeat: integer(
      0,
      1_000_000,
      'Number of the training among several that differ only in random numbers',
      0,
    ),
  },
  columns: {
    trainedEpochs: { unit: '1', doc: 'passes over the training examples' },
    binaryWeights: { unit: '1', doc: 'weight bits of all layers' },
    finalTrainErrorRate: { unit: '1', doc: 'errors during the last epoch of training, with its noise' },
    trainingValidationErrorRate: {
      unit: '1',
      doc: 'validation error of the trained network, that of the last epoch, free of device errors',
    },
    bestEpoch: { unit: '1', doc: 'first epoch with the smallest validation error in the log' },
    bestEpochValidationErrorRate: {
      unit: '1',
      doc: 'validation error of that epoch, whose network is not kept; statistics of 2,000 examples',
    },
  },
  weight: 'heavy',
  randomness: {
    stream: 'training',
    from: ['dataset.description', 'parameters.convolutions', 'parameters.hiddenWidths', 'parameters.repeat'],
  },
  source: {
    cite: 'Hubara, Courbariaux, Soudry, El-Yaniv, Bengio, Binarized Neural Networks, NeurIPS 2016, arXiv 1602.02830',
    where: 'Algorithm 1, with Adam and cross-entropy on the batch norm of the last layer',
    how: 'derived',
    residual: 'folded integer network equals the float network with batch norm exactly',
  },
  async run({ dataset, encoding }, parameters, context) {
    const { description, train: examples, validation } = dataset;
    const { epochs, batchSize, shards, learningRate, schedule, initialRange } = parameters;
    const layers = layersOf(description, parameters.convolutions, parameters.hiddenWidths, {
      ratio: parameters.separableRatio,
      from: parameters.separableFrom,
    });
    const result = await train(
      {
        description,
        train: examples,
        validation,
        view: encoding.training,
        augmentation: { flip: parameters.flipImages, shift: parameters.shiftPixels },
        layers,
        epochs,
        batchSize,
        shards,
        learningRate,
        schedule,
        initialRange,
        recipe: {
          beta1: 0.9,
          beta2: 0.999,
          adamEpsilon: 1e-8,
          batchNormEpsilon: 1e-5,
          clip: parameters.clipLatent ? 'unit' : 'none',
          flipProbability: parameters.trainingFlipProbability,
        },
      },
      context,
    );
    const last = result.log[result.log.length - 1];
    const best = result.log.reduce((top, epoch) =>
      epoch.validationErrorRate < top.validationErrorRate ? epoch : top,
    );
    const { weights, thresholds, output } = result.folded;
    return {
      architecture: { classes: description.classes, layers },
      weights,
      thresholds,
      output,
      float: { latent: result.latent, batchNorm: result.batchNorm },
      log: result.log,
      row: {
        trainedEpochs: epochs,
        binaryWeights: weights.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
        finalTrainErrorRate: last?.trainErrorRate ?? 1,
        trainingValidationErrorRate: last?.validationErrorRate ?? 1,
        bestEpoch: best.epoch,
        bestEpochValidationErrorRate: best.validationErrorRate,
      },
    };
  },
});
