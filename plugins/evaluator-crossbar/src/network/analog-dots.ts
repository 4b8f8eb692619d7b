import { type LayerInput, unfolded } from '@bitfront/inference';
import type { BitMatrix, F32Matrix, Kernels } from '@bitfront/kernels';
import type { Drive } from '../read-settings.ts';
import { bitPlane, planesOf } from './bit-planes.ts';
import type { ColumnRead, ProgrammedLayer } from './programmed-layer.ts';

/** Dot products as converters and adders give them, [(positions · lanes) × neurons], times the input's scale. */
export interface AnalogDots {
  readonly columns: number;
  readonly neurons: number;
  readonly values: Float64Array;
}

/**
 * The dots of a layer, read by read: D = Σ_planes 2^p · Σ_reads d. With bit b of a row and weights w as the column has
 * them, a column of a bipolar read gives s = Σ w·(2b − 1) and d = ADC(s); a unipolar one gives s = Σ w·b and
 * d = 2·ADC(s) − Σ (stored signs). Values of several bits are sent bit after bit, and padding as −1.
 */
export function analogDots(
  kernels: Kernels,
  { layer, reads }: ProgrammedLayer,
  input: LayerInput,
  drive: Drive,
): AnalogDots {
  const { arena } = kernels;
  const mark = arena.mark();
  const seen = unfolded(kernels, layer, input);
  const dots = {
    columns: seen.columns,
    neurons: layer.outputs,
    values: new Float64Array(seen.columns * layer.outputs),
  };
  for (let plane = 0; plane < planesOf(seen.kind, input.scale); plane++) {
    const planeMark = arena.mark();
    const bits = bitPlane(kernels, seen, input.scale, plane);
    for (const read of reads) {
      const readMark = arena.mark();
      const currents =
        layer.kind === 'depthwise'
          ? depthwiseCurrents(kernels, read, bits, layer.outputs)
          : denseCurrents(kernels, read, bits);
      convertInto(dots, currents, read, { drive, worth: 1 << plane });
      arena.release(readMark);
    }
    arena.release(planeMark);
  }
  arena.release(mark);
  return dots;
}

/** Σ w·(2b − 1) of all columns, [(positions · lanes) × neurons]. */
function denseCurrents(kernels: Kernels, { rows, weights }: ColumnRead, bits: BitMatrix): F32Matrix {
  const out = kernels.arena.f32(bits.columns, weights.columns);
  kernels.productRealSign(turned(kernels, bits, rows), weights, out);
  return out;
}

/** Neuron c has rows of its own: those of channel c, which is the fastest index of a line. */
function depthwiseCurrents(
  kernels: Kernels,
  { rows, weights }: ColumnRead,
  bits: BitMatrix,
  channels: number,
): F32Matrix {
  const { arena } = kernels;
  const out = arena.f32(bits.columns, channels);
  const column = arena.f32(rows.length, 1);
  const current = arena.f32(bits.columns, 1);
  for (let channel = 0; channel < channels; channel++) {
    const mark = arena.mark();
    for (let row = 0; row < rows.length; row++) column.row(row)[0] = weights.row(row)[channel] as number;
    const lines = rows.map((tap) => tap * channels + channel);
    kernels.productRealSign(turned(kernels, bits, lines), column, current);
    const [to, from] = [out.view, current.view];
    for (let at = 0; at < bits.columns; at++)
      to[at * out.stride + channel] = from[at * current.stride] as number;
    arena.release(mark);
  }
  return out;
}

/** Some lines, turned to [columns × lines] as the product reads its signs. */
function turned(kernels: Kernels, bits: BitMatrix, lines: Int32Array): BitMatrix {
  const { arena } = kernels;
  const out = arena.bits(bits.columns, lines.length);
  const mark = arena.mark();
  const chosen = arena.bits(lines.length, bits.columns);
  for (const [index, line] of lines.entries()) chosen.row(index).set(bits.row(line));
  kernels.transposeBits(chosen, out);
  arena.release(mark);
  return out;
}

/** Adds what converters make of the currents: their dots, times what the plane is worth. */
function convertInto(
  { columns, neurons, values }: AnalogDots,
  { view, stride }: F32Matrix,
  { sums, signSums, converter }: ColumnRead,
  { drive, worth }: { readonly drive: Drive; readonly worth: number },
): void {
  const { range, step, lastCode } = converter;
  const unipolar = drive === 'unipolar';
  const factor = unipolar ? 2 * worth : worth;
  // Σ w·b = (Σ w·(2b − 1) + Σ w) / 2, and what is taken off again behind the converter. Half a step makes codes round.
  const perStep = (unipolar ? 0.5 : 1) / step;
  const before = sums.map((sum) => (range + (unipolar ? sum / 2 : 0)) / step + 0.5);
  const behind = signSums.map((sum) => -factor * range - (unipolar ? worth * sum : 0));
  const [worthOfCode, end] = [factor * step, lastCode + 1];
  for (let column = 0; column < columns; column++) {
    const to = column * neurons;
    const from = column * stride;
    for (let neuron = 0; neuron < neurons; neuron++) {
      const level = perStep * (view[from + neuron] as number) + (before[neuron] as number);
      const code = level <= 0 ? 0 : level >= end ? lastCode : level | 0;
      values[to + neuron] = (values[to + neuron] as number) + worthOfCode * code + (behind[neuron] as number);
    }
  }
}
