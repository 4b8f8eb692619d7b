import type { AnalogDots } from './analog-dots.ts';

/** Lanes before and behind the sum over the draws of every image. */
export interface DrawLanes {
  readonly draws: number;
  readonly images: number;
  readonly drawnLanes: number;
  readonly lanes: number;
}

/** Adds up the dots of the draws of an image, which are neighbouring lanes; lanes beyond the images are 0. */
export function sumDraws(
  { columns, neurons, values }: AnalogDots,
  { draws, images, drawnLanes, lanes }: DrawLanes,
): AnalogDots {
  const positions = columns / drawnLanes;
  const sums = new Float64Array(positions * lanes * neurons);
  for (let position = 0; position < positions; position++)
    for (let image = 0; image < images; image++) {
      const to = (position * lanes + image) * neurons;
      for (let draw = 0; draw < draws; draw++) {
        const from = (position * drawnLanes + image * draws + draw) * neurons;
        for (let neuron = 0; neuron < neurons; neuron++)
          sums[to + neuron] = (sums[to + neuron] as number) + (values[from + neuron] as number);
      }
    }
  return { columns: positions * lanes, neurons, values: sums };
}
