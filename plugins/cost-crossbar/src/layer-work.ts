import { firstLayerPlanes, networkRuns } from '@bitfront/bill';
import { bitsToHold } from '@bitfront/circuits';
import { fanIn, positionCount, shortcutWeight } from '@bitfront/bits';
import type {
  Activity,
  Architecture,
  CrossbarMapping,
  InferenceView,
  LayerActivity,
  LayerMapping,
  LayerShape,
} from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** What one layer does during one inference. */
export interface LayerWork {
  readonly shape: LayerShape;
  readonly mapping: LayerMapping;
  readonly activity: LayerActivity;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How often the whole network runs: T where the output or the vote is accumulated, else 1. */
  readonly runs: number;
  /** Bit planes, or draws accumulated, at each read; 1 above the first layer. */
  readonly planes: number;
  /** Whether planes have weights of 1, 2, 4, … (bits of a number), or are all alike (draws). */
  readonly planesAre: 'bits' | 'draws';
  /** Values of one image before pooling: neurons at all positions. */
  readonly values: number;
  /** Bits of a sum over all of a neuron's weights, planes and shortcut, and of one part of it in one plane. */
  readonly sumBits: number;
  readonly partBits: number;
}

/**
 * What every layer does.
 * @throws COST_ARTIFACTS_UNFIT
 */
export function layerWorks(
  shapes: Architecture['layers'],
  { layers }: Pick<CrossbarMapping, 'layers'>,
  activity: Activity,
  input: InferenceView,
): readonly LayerWork[] {
  if (layers.length !== shapes.length || activity.layers.length !== shapes.length)
    throw unfit(
      `the network has ${shapes.length} layers, the mapping ${layers.length}, the activity ${activity.layers.length}`,
    );
  if (shapes.at(-1)?.kind !== 'dense') throw unfit('the last layer is not dense');
  const runs = networkRuns(input);
  return shapes.map((shape, index) => {
    const isFirst = index === 0;
    const mapping = layers[index] as LayerMapping;
    const planes = isFirst ? firstLayerPlanes(input) : 1;
    const planesAre = isFirst && input.kind === 'fixed-point' ? 'bits' : 'draws';
    const most = planesAre === 'bits' ? (1 << planes) - 1 : planes;
    return {
      shape,
      mapping,
      activity: activity.layers[index] as LayerActivity,
      isFirst,
      isLast: index === shapes.length - 1,
      runs,
      planes,
      planesAre,
      values: shape.outputs * positionCount(shape),
      sumBits: bitsToHold(fanIn(shape) * most + shortcutWeight(shape)),
      partBits: bitsToHold(mapping.sums.rowsDriven),
    };
  });
}

function unfit(reason: string) {
  return bitfrontError('COST_ARTIFACTS_UNFIT', { plugin: 'cost-crossbar', reason });
}
