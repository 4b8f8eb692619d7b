import type { RandomStream } from '@bitfront/math';

/**
 * The stored bits of a layer that flip at some probability below `below`, with their uniform numbers, row by row: what
 * `flipBits` looks at, drawn once for all levels.
 */
export interface FaultDraws {
  readonly below: number;
  /** Where the draws of each row begin, and where the last row ends. */
  readonly starts: Uint32Array;
  readonly uniforms: Float64Array;
  readonly columns: Uint32Array;
}

/** Draws row by row, as `flipBits` does. */
export function drawFaults(rows: number, columns: number, stream: RandomStream, below: number): FaultDraws {
  const row = new Float64Array(columns);
  let uniforms = new Float64Array(Math.ceil(rows * columns * below * 1.1) + 1024);
  let places = new Uint32Array(uniforms.length);
  const starts = new Uint32Array(rows + 1);
  let count = 0;
  for (let index = 0; index < rows; index++) {
    stream.fillUniform(row);
    if (count + columns > uniforms.length) {
      uniforms = grown(uniforms, new Float64Array(2 * uniforms.length + columns));
      places = grown(places, new Uint32Array(uniforms.length));
    }
    for (let column = 0; column < columns; column++) {
      const u = row[column] as number;
      if (u >= below) continue;
      uniforms[count] = u;
      places[count++] = column;
    }
    starts[index + 1] = count;
  }
  return { below, starts, uniforms: uniforms.subarray(0, count), columns: places.subarray(0, count) };
}

function grown<Numbers extends Float64Array | Uint32Array>(values: Numbers, larger: Numbers): Numbers {
  larger.set(values);
  return larger;
}
