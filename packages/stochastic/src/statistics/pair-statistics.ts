import { streamCorrelation } from './stream-correlation.ts';

/**
 * Means of SCC and of its size over all pairs of levels of neighbouring pixels, in the first `steps` of their streams;
 * streams [pixels × levels].
 */
export function pairStatistics(
  streams: readonly Uint8Array[],
  levels: number,
  steps: number,
): { readonly scc: number | undefined; readonly sccSize: number | undefined } {
  const words = streams.map((stream) => packed(stream, steps));
  const ones = words.map((stream) => stream.reduce((sum, word) => sum + onesOf(word), 0));
  let [sum, sizes, pairs] = [0, 0, 0];
  for (let x = 0; x + levels < streams.length; x++) {
    const first = (Math.floor(x / levels) + 1) * levels;
    for (let y = first; y < first + levels; y++) {
      const both = commonOnes(words[x] as Uint32Array, words[y] as Uint32Array);
      const scc = streamCorrelation({ steps, onesX: ones[x] as number, onesY: ones[y] as number, both });
      if (scc === undefined) continue;
      sum += scc;
      sizes += Math.abs(scc);
      pairs += 1;
    }
  }
  return pairs === 0 ? { scc: undefined, sccSize: undefined } : { scc: sum / pairs, sccSize: sizes / pairs };
}

function packed(stream: Uint8Array, steps: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(steps / 32));
  for (let step = 0; step < steps; step++)
    words[step >>> 5] = (words[step >>> 5] as number) | ((stream[step] as number) << (step & 31));
  return words;
}

function commonOnes(x: Uint32Array, y: Uint32Array): number {
  let both = 0;
  for (let at = 0; at < x.length; at++) both += onesOf((x[at] as number) & (y[at] as number));
  return both;
}

function onesOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
