import stage from '@bitfront/evaluator-faulted';
import { randomStream } from '@bitfront/math';
const r = randomStream('bench');
const bits = (rows, columns) => {
  const s = Math.ceil(columns / 32);
  const words = new Uint32Array(rows * s);
  for (let i = 0; i < rows; i++)
    for (let c = 0; c < columns; c++) if (r.uniform() < 0.5) words[i * s + (c >>> 5)] |= 1 << (c & 31);
  return { rows, columns, words };
};
const ex = (count) => ({
  count,
  values: Uint8Array.from({ length: count * 784 }, () => (r.uniform() < 0.5 ? 0 : r.integer(256))),
  labels: Uint8Array.from({ length: count }, () => r.integer(10)),
});
const H = Number(process.argv[2] ?? 512);
const network = {
  architecture: {
    classes: 10,
    layers: [
      { kind: 'dense', inputs: 784, outputs: H },
      { kind: 'dense', inputs: H, outputs: H },
      { kind: 'dense', inputs: H, outputs: 10 },
    ],
  },
  weights: [bits(H, 784), bits(H, H), bits(10, H)],
  thresholds: [new Float64Array(H).map(() => r.normal() * 5), new Float64Array(H).map(() => r.normal() * 5)],
  output: { scale: new Float64Array(10).fill(0.1), offset: new Float64Array(10) },
};
const dataset = {
  description: { name: 'x', shape: [28, 28], features: 784, classes: 10, maxValue: 255 },
  test: ex(10000),
  validation: ex(5000),
};
for (const inference of [
  { kind: 'fixed-point', bits: 8 },
  { kind: 'stochastic', presentations: 16, accumulation: 'first-layer', source: { kind: 'independent' } },
  { kind: 'stochastic', presentations: 4, accumulation: 'output', source: { kind: 'independent' } },
])
  for (let k = 0; k < 2; k++) {
    const t = performance.now();
    const out = stage.run(
      {
        dataset,
        network,
        encoding: { inference },
        memory: { faults: { plusToMinus: 1e-2, minusToPlus: 1e-2 } },
      },
      { repeats: 5 },
      {
        random: (...key) => randomStream('1', ...key),
        signal: new AbortController().signal,
        progress() {},
        host: { dataFolders: [] },
      },
    );
    console.log(
      JSON.stringify(inference),
      ((performance.now() - t) / 1000).toFixed(2),
      's',
      JSON.stringify(out.row),
      JSON.stringify(out.activity.layers[0]),
    );
  }
