import type { I32Matrix } from '@bitfront/kernels';

/** Sums of integers and of their squares, one entry per neuron; exact while they stay below 2^53. */
export interface Moments {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

export function noMoments(neurons: number): Moments {
  return { sums: new Float64Array(neurons), squares: new Float64Array(neurons) };
}

/** Adds the dot products `N x positions · lanes` of a chunk, of which the first `images` lanes count. */
export function addMoments(moments: Moments, dots: I32Matrix, lanes: number, images: number): void {
  const { view, stride, columns, rows } = dots;
  for (let neuron = 0; neuron < rows; neuron++) {
    let sum = 0;
    let square = 0;
    for (let position = neuron * stride; position < neuron * stride + columns; position += lanes)
      for (let index = position; index < position + images; index++) {
        const dot = view[index] ?? 0;
        sum += dot;
        square += dot * dot;
      }
    moments.sums[neuron] = (moments.sums[neuron] ?? 0) + sum;
    moments.squares[neuron] = (moments.squares[neuron] ?? 0) + square;
  }
}

/** Mean and variance of `count` dot products that were counted in units of 1 / scale, as batch norm stores them. */
export function meanAndVariance(moments: Moments, count: number, scale: number) {
  const mean = Float32Array.from(moments.sums, (sum) => sum / count / scale);
  const variance = Float32Array.from(moments.squares, (square, neuron) => {
    const average = (moments.sums[neuron] ?? 0) / count;
    return Math.max(0, square / count - average * average) / (scale * scale);
  });
  return { mean, variance };
}
