import type { Placement } from '@bitfront/core';

/** Rows from `first` on, `count` of them. */
export interface Run {
  readonly first: number;
  readonly count: number;
}

/**
 * Rows in which one physical column of a full crossbar holds weights, from the top; nothing right of the blocks. A window
 * is `kernel` pixels of each channel from the place of its output on; the row of the bias is not among them.
 */
export function columnRuns(placement: Placement, column: number): readonly Run[] {
  const { blockRows, blockColumns, blocks, inputs, outputs, kernel, stride } = placement;
  const block = Math.floor(column / blockColumns);
  if (block >= blocks) return [];
  const positions = outputs.height * outputs.width;
  const pair = blockColumns / (outputs.kernels * positions);
  const output = Math.floor((column % blockColumns) / pair) % positions;
  const top = stride.height * Math.floor(output / outputs.width);
  const left = stride.width * (output % outputs.width);
  const runs: Run[] = [];
  for (let channel = 0; channel < inputs.channels; channel++)
    for (let y = 0; y < kernel.height; y++) {
      const first = block * blockRows + (channel * inputs.height + top + y) * inputs.width + left;
      const last = runs.at(-1);
      if (last !== undefined && last.first + last.count === first)
        runs[runs.length - 1] = { first: last.first, count: last.count + kernel.width };
      else runs.push({ first, count: kernel.width });
    }
  return runs;
}
