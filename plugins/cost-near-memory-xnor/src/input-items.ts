import { gate, register } from '@bitfront/circuits';
import type { InferenceView } from '@bitfront/core';
import { generatorItems, item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * From the values of the image, which arrive `lanes` at a time, to the bits of layer 1. In front of a sliding window
 * they arrive pixel by pixel, the channels of one pixel `lanes` at a time, and registers hold the window alone.
 *
 * Fixed point: a register per bit of a value and a multiplexer per value that picks the plane.
 * Stochastic: generators, a comparator per lane, and a register per value, or T registers where the draws of a value are needed
 * again: when each row is read with all its draws before the next row, or when a window slides. Values are sent again
 * for every draw.
 */
export function inputItems(
  hardware: Hardware,
  work: Workload,
  input: InferenceView,
  lanes: number,
): readonly Item[] {
  const { technology } = hardware;
  const { values, heldValues, heldPlanes: held, runs, planes, positions, sliding } = work;
  const { inputToggle } = work.activity;
  const arrivals =
    sliding === undefined
      ? Math.ceil(values / lanes)
      : (values / sliding.channels) * Math.ceil(sliding.channels / lanes);
  const writes = runs * planes;
  const flop = register(technology, { bits: 1, activity: inputToggle });
  const select = gate(technology, 'mux2', inputToggle);
  const changes = held === 1 ? 0 : runs * positions * planes * (work.planeFirst ? 1 : work.rowsInTurn);
  const items = [
    item('inputEncoding', flop, {
      count: heldValues * held,
      actions: values * writes,
      // The bits of a value arrive together, the draws one after the other.
      steps: arrivals * (input.kind === 'fixed-point' ? 1 : writes),
    }),
    item('inputEncoding', select, {
      count: heldValues * (held - 1),
      actions: heldValues * changes,
      steps: changes,
    }),
  ];
  if (input.kind === 'fixed-point') return items;
  return [
    ...items,
    ...generatorItems(technology, { values, slides: sliding !== undefined }, input, {
      lanes,
      count: arrivals,
    }),
  ];
}
