// Trains one full MNIST epoch and prints the hash of latent weights, packed weights and thresholds. It runs under any
// Node from 22 on, so that engines can be compared: node .ci/train-hash.mjs [THREADS]
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The pipelines see all plugins; this folder sees none.
const room = createRequire(new URL('../pipelines/package.json', import.meta.url));
const locate = (name) => pathToFileURL(room.resolve(`@bitfront/${name}`)).href;
const { contentHash } = await import(locate('core'));
const { inlineExecutor, piscinaExecutor } = await import(locate('pool'));

const threads = Number(process.argv[2] ?? 0);
const executor = threads === 0 ? inlineExecutor.open({ threads: 1 }) : piscinaExecutor.open({ threads });

async function call(plugin, parameters, inputs) {
  const module = locate(plugin);
  const { default: stage } = await import(module);
  const defaults = Object.entries(stage.parameters).flatMap(([name, one]) =>
    one.default === undefined ? [] : [[name, one.default]],
  );
  const complete = { ...Object.fromEntries(defaults), ...parameters };
  const host = { dataFolders: [] };
  const task = { plugin, module, parameters: complete, inputs, seed: 'one epoch', host };
  const [outcome] = await executor.run([task]);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.artifact;
}

const dataset = await call('dataset-mnist', {}, {});
const encoding = await call('encoder-fixed-point', { bits: 8 }, {});
const trained = { hiddenWidths: [128, 96], epochs: 1 };
// Two trainings at once where there are two threads: the other one must not matter.
const networks = await Promise.all(
  Array.from({ length: Math.max(threads, 1) }, () => call('trainer-bnn', trained, { dataset, encoding })),
);
const hashes = networks.map(({ float, weights, thresholds }) =>
  contentHash({ latent: float.latent, weights, thresholds }),
);
process.stdout.write(`${[...new Set(hashes)].join(' ')}\n`);
await executor.close();
