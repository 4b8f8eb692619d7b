const { fround, sqrt, abs } = Math;

/** Statistics of one row and its normalised output, rounded to single precision step by step as the kernel does. */
export function batchNormRow(z: Float32Array, gamma: number, beta: number, epsilon: number) {
  const count = z.length;
  const mean = fround(partialSum(z, 16) / count);
  const squares = z.map((x) => fround(fround(x - mean) * fround(x - mean)));
  const variance = fround(partialSum(squares, 16) / count);
  const inverseStd = fround(1 / fround(sqrt(fround(variance + fround(epsilon)))));
  const output = z.map((x) => fround(fround(gamma * normal(x, mean, inverseStd)) + beta));
  return { mean, variance, inverseStd, output };
}

/** One row of the backward pass: dL/dz and the two parameter gradients. */
export function batchNormBackwardRow(
  z: Float32Array,
  gradient: Float32Array,
  gamma: number,
  beta: number,
  mean: number,
  inverseStd: number,
  ste: 'hardTanh' | 'none',
) {
  const count = z.length;
  const hat = z.map((x) => normal(x, mean, inverseStd));
  const passed = gradient.map((g, i) => {
    const y = fround(fround(gamma * (hat[i] ?? 0)) + beta);
    return ste === 'none' || abs(y) <= 1 ? g : 0;
  });
  const betaGradient = partialSum(passed, 8);
  const gammaGradient = partialSum(
    passed.map((g, i) => g * (hat[i] ?? 0)),
    8,
  );
  const betaMean = fround(betaGradient / count);
  const gammaMean = fround(gammaGradient / count);
  const gain = fround(gamma * inverseStd);
  const output = passed.map((g, i) => {
    return gain * fround(fround(g - betaMean) - fround((hat[i] ?? 0) * gammaMean));
  });
  return { betaGradient, gammaGradient, output };
}

function normal(x: number, mean: number, inverseStd: number): number {
  return fround(fround(x - mean) * inverseStd);
}

/** `lanes` partial sums, number j over the columns c with c % lanes = j; then 16, 8, 4 lanes folded as in the kernel. */
function partialSum(values: Float32Array, lanes: 8 | 16): number {
  const parts = new Float32Array(lanes);
  values.forEach((value, i) => {
    parts[i % lanes] = (parts[i % lanes] ?? 0) + value;
  });
  const part = (i: number) => parts[i] ?? 0;
  const folded = Array.from({ length: 4 }, (_, i) => {
    const low = fround(part(i) + part(i + 4));
    return lanes === 8 ? low : fround(low + fround(part(i + 8) + part(i + 12)));
  });
  const [a = 0, b = 0, c = 0, d = 0] = folded;
  return fround(fround(a + b) + fround(c + d));
}
