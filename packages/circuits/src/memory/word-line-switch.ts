import type { BlockSource } from '../block-source.ts';
import { type Figure, inSeries } from '../figure.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { lineSwitch } from './line-switch.ts';

export const wordLineSwitchSource: BlockSource = {
  cite: 'one flip-flop that holds the input bit and the line switch of this package',
  how: 'derived',
  range: 'write voltage 0.1 to 10 V',
  loose:
    'Chosen with a printed array in view: the flip-flop drives the line without a buffer, and the switch behind it sets the time. A row is chosen for writing by shifting a one through the flip-flops, so there is no decoder.',
};

/** Holds the input bit of one row and puts it, or the write level, on the word line; one action is one input bit. */
export function wordLineSwitch(
  technology: Technology,
  options: {
    readonly writeVoltageV: number;
    /** Level of a line whose input bit is 1: the supply for gates, the read voltage for electrodes. */
    readonly readLevelV: number;
    readonly loadFf: number;
    /** Probability that the input bit is 1: the line returns to zero between actions. */
    readonly density: number;
    /** Probability that the input bit differs from the one before. */
    readonly toggle: number;
    readonly kind: TransistorKind;
  },
): Figure {
  const { writeVoltageV, readLevelV, loadFf, density, toggle, kind } = options;
  const latch = register(technology, { bits: 1, activity: toggle });
  const line = { writeVoltageV, readLevelV, loadFf, activity: density, kind };
  return inSeries(latch, lineSwitch(technology, line));
}
