/** How a lead becomes bytes. */
export interface Conditioning {
  /** Samples that are averaged into one. */
  readonly decimation: number;
  /** Samples after decimation of the moving mean that is subtracted; 0 subtracts none. */
  readonly baselineSamples: number;
  /** Units of the file that become 255 (and, negative, 1). */
  readonly fullScale: number;
}

/**
 * byte = 128 + round(127 · (y − baseline) / fullScale), kept within 1 … 255, halves rounded away from 128:
 * y is the mean of `decimation` samples (a box filter, whose zeros lie on the multiples of the new rate), the baseline
 * the mean of y over `baselineSamples` around it (fewer at the ends). A lead turned over gives exactly 256 − byte: all
 * sums are whole numbers and nothing is rounded before the end.
 * @param samples in units of the file
 * @returns ⌊samples / decimation⌋ bytes
 */
export function conditionLead(samples: Int16Array, conditioning: Conditioning): Uint8Array {
  const { decimation, baselineSamples, fullScale } = conditioning;
  const count = Math.floor(samples.length / decimation);
  const bytes = new Uint8Array(count);
  const running = runningSums(samples, decimation, count);
  const sum = (from: number, to: number) => (running[to] ?? 0) - (running[from] ?? 0);
  const half = Math.floor(baselineSamples / 2);
  for (let at = 0; at < count; at++) {
    const own = sum(at, at + 1);
    const [from, to] = [Math.max(0, at - half), Math.min(count, at - half + baselineSamples)];
    const width = to - from;
    const [height, divisor] = width > 0 ? [own * width - sum(from, to), width] : [own, 1];
    const steps = (127 * height) / (divisor * decimation * fullScale);
    bytes[at] = 128 + Math.sign(steps) * Math.min(127, Math.round(Math.abs(steps)));
  }
  return bytes;
}

/** The sums of the first 0, 1, 2, … blocks of `decimation` samples. */
function runningSums(samples: Int16Array, decimation: number, count: number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let block = 0, from = 0; block < count; block++) {
    let sum = sums[block] ?? 0;
    for (let left = decimation; left > 0; left--, from++) sum += samples[from] ?? 0;
    sums[block + 1] = sum;
  }
  return sums;
}
