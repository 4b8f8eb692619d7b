import type { RandomStream } from '@bitfront/math';

/**
 * The stored bits of a layer that flip at some probability below `below`, with their uniform numbers: what `flipBits`
 * looks at, drawn once for all levels. Small numbers come first, by powers of two.
 */
export interface FaultDraws {
  readonly below: number;
  readonly uniforms: Float64Array;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  /** How many of them have at least so many leading zeros as fractions of 32 bits, 0 … 32. */
  readonly ends: Uint32Array;
}

/** Draws row by row, as `flipBits` does. */
export function drawFaults(rows: number, columns: number, stream: RandomStream, below: number): FaultDraws {
  const uniforms = new Float64Array(columns);
  let kept = new Float64Array(Math.ceil(rows * columns * below * 1.1) + 1024);
  let places = new Uint32Array(kept.length);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    stream.fillUniform(uniforms);
    if (count + columns > kept.length) {
      kept = grown(kept, new Float64Array(2 * kept.length + columns));
      places = grown(places, new Uint32Array(kept.length));
    }
    for (let column = 0; column < columns; column++) {
      const u = uniforms[column] as number;
      if (u >= below) continue;
      kept[count] = u;
      places[count++] = row * columns + column;
    }
  }
  return { below, ...sorted(kept.subarray(0, count), places, columns) };
}

function grown<Numbers extends Float64Array | Uint32Array>(values: Numbers, larger: Numbers): Numbers {
  larger.set(values);
  return larger;
}

/** How many draws, from the first on, hold all that are below a probability, and some more. */
export function drawsBelow({ ends }: FaultDraws, probability: number): number {
  return probability <= 0 ? 0 : (ends[zerosOf(Math.min(probability, 1))] as number);
}

function sorted(kept: Float64Array, places: Uint32Array, columns: number) {
  const ends = new Uint32Array(33);
  for (const u of kept) {
    const zeros = zerosOf(u);
    ends[zeros] = (ends[zeros] as number) + 1;
  }
  for (let zeros = 31; zeros >= 0; zeros--)
    ends[zeros] = (ends[zeros] as number) + (ends[zeros + 1] as number);
  const next = Uint32Array.from(ends, (_, zeros) => ends[zeros + 1] ?? 0);
  const uniforms = new Float64Array(kept.length);
  const [rowOf, columnOf] = [new Uint32Array(kept.length), new Uint32Array(kept.length)];
  for (let index = 0; index < kept.length; index++) {
    const u = kept[index] as number;
    const zeros = zerosOf(u);
    const at = next[zeros] as number;
    next[zeros] = at + 1;
    uniforms[at] = u;
    const place = places[index] as number;
    rowOf[at] = Math.floor(place / columns);
    columnOf[at] = place % columns;
  }
  return { uniforms, rows: rowOf, columns: columnOf, ends };
}

/** Leading zeros of a fraction of 0 … 1, of which 1 has none. */
function zerosOf(fraction: number): number {
  return Math.clz32(Math.min(0xffff_ffff, Math.floor(fraction * 0x1_0000_0000)));
}
