import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bareServices, type Dataset, type Examples, type Network } from '@bitfront/core';
import cifar10 from '@bitfront/dataset-cifar10';
import ecgInversion from '@bitfront/dataset-ecg-inversion';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { classify, inputModel, presentation } from '@bitfront/training';
import { loadZooNetwork, zooCard, zooNames } from '@bitfront/zoo';
import { expect, test } from 'vitest';
import { floatClasses } from './float-classes.fixture.ts';

const given = (process.env.BITFRONT_DATA ?? '').split(delimiter).filter((folder) => folder !== '');
const shared = join(import.meta.dirname, '../../../../shared/data');
const standard = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bitfront');
const dataFolders = [...given, shared, standard].filter((folder) => existsSync(folder));
const datasets = [cifar10, fashionMnist, ecgInversion];

/** The test images of a network's dataset, or why there are none. */
async function testImages(name: string): Promise<Dataset | string> {
  const { dataset } = zooCard(name).pipeline;
  const stage = datasets.find((candidate) => candidate.name === dataset.plugin);
  if (stage === undefined) return `${dataset.plugin} is not among the tested datasets`;
  try {
    return await stage.run({}, dataset.parameters as never, {
      random: (...key) => randomStream('1', ...key),
      signal: new AbortController().signal,
      progress: () => {},
      host: { dataFolders },
      ...bareServices,
    });
  } catch (problem) {
    return String(problem);
  }
}

function foldedClasses({ architecture, ...network }: Network, examples: Examples): Uint16Array {
  const [first] = architecture.layers;
  if (first === undefined) return new Uint16Array(0);
  const model = inputModel({ kind: 'grey' }, 255);
  const shown = presentation(model, examples, examples.count, first, () => randomStream('1'));
  return classify(createKernels(), architecture.layers, network, shown);
}

const real = zooNames().filter((name) => zooCard(name).pipeline.dataset.plugin !== 'dataset-synthetic');

test.each(real)(
  '%s, folded into integers, predicts as the network with batch norm on all test images',
  async (name) => {
    const dataset = await testImages(name);
    if (typeof dataset === 'string') {
      process.stderr.write(`${name} is not compared: ${dataset}\n`);
      return;
    }
    const network = loadZooNetwork(name);
    const float = floatClasses(network, dataset.test);
    expect(dataset.test.count).toBe(zooCard(name).testImages);
    expect(new Set(float).size).toBe(dataset.description.classes);
    expect(foldedClasses(network, dataset.test)).toEqual(float);
  },
  600_000,
);
