import { gate, register, stochasticEncoder } from '@bitfront/circuits';
import type { InferenceView } from '@bitfront/core';
import { type Item, item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * From the pixels, which arrive `lanes` at a time, to the bits of layer 1.
 *
 * Fixed point: a register per pixel bit and a multiplexer per pixel that picks the plane.
 * Stochastic: `lanes` generators and a register per pixel, or T registers if each row is read with all its draws
 * before the next row. Pixels are sent again for every draw.
 */
export function inputItems(
  { technology }: Hardware,
  work: Workload,
  input: InferenceView,
  lanes: number,
): readonly Item[] {
  const { inputs, runs, planes, rowsInTurn } = work;
  const { inputToggle } = work.activity;
  const arrivals = Math.ceil(inputs / lanes);
  const writes = runs * planes;
  const flop = register(technology, { bits: 1, activity: inputToggle });
  const select = gate(technology, 'mux2', inputToggle);
  const held = input.kind === 'stochastic' && work.planeFirst ? 1 : planes;
  const changes = held === 1 ? 0 : runs * planes * (work.planeFirst ? 1 : rowsInTurn);
  const items = [
    item('inputEncoding', flop, {
      count: inputs * held,
      actions: inputs * writes,
      // The bits of a pixel arrive together, the draws one after the other.
      steps: arrivals * (input.kind === 'fixed-point' ? 1 : writes),
    }),
    item('inputEncoding', select, {
      count: inputs * (held - 1),
      actions: inputs * changes,
      steps: changes,
    }),
  ];
  if (input.kind === 'fixed-point') return items;
  const lane = stochasticEncoder(technology, { bits: PIXEL_BITS, lanes: 1 });
  const generators = {
    count: lanes,
    actions: inputs * input.presentations,
    steps: arrivals * input.presentations,
  };
  return [...items, item('inputEncoding', lane, generators)];
}

/** Pixels of all supported data sets are bytes. */
const PIXEL_BITS = 8;
