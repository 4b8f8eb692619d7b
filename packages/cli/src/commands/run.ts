import { availableParallelism } from 'node:os';
import { Args, Flags } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { BaseCommand } from '../base-command.ts';
import { artifactJson } from '../summary/artifact-json.ts';
import { onInterrupt } from '../world/interrupt.ts';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';
import { makeInputs, runAlone } from '../world/run-alone.ts';
import { writeDrawing } from '../world/write-drawing.ts';
import { writeWeights } from '../world/write-weights.ts';

export default class Run extends BaseCommand {
  static override summary = 'Run one stage alone and print its artifact as JSON.';
  static override description =
    'Typed arrays are printed as {"type", "length", "sha256", "values"}; of long ones only the first values.';
  static override examples = [
    `<%= config.bin %> run encoder-fixed-point --params '{"bits": 4}'`,
    `<%= config.bin %> run trainer-bnn --params '{"hiddenWidths": [256]}' --inputs '{"dataset": {"plugin": "dataset-mnist"}, "encoding": {"plugin": "encoder-fixed-point", "params": {"bits": 8}}}' --weights net.npz`,
    `<%= config.bin %> run partitioner-subimage --params '{"arrayRows": 128, "arrayCols": 128}' --inputs '{"network": {"architecture": {"classes": 10, "layers": [{"kind": "dense", "inputs": 784, "outputs": 10}]}}}' --svg mapping.svg`,
    `<%= config.bin %> run ./my-rram.ts --params '{"lowResistanceKohm": 3}' | jq .faults`,
  ];
  static override args = {
    plugin: Args.string({ required: true, description: 'name, or path of a plugin file' }),
  };
  static override flags = {
    params: Flags.string({ required: true, helpValue: 'JSON', description: 'parameters of the stage' }),
    inputs: Flags.string({
      default: '{}',
      helpValue: 'JSON',
      description: 'kind of artifact to its parts, or to {"plugin", "params"}: a stage that is run first',
    }),
    weights: Flags.string({ helpValue: 'FILE', description: 'also write a trained network as .npz' }),
    svg: Flags.string({ helpValue: 'FILE', description: 'also draw the layers of a mapping on crossbars' }),
    seed: Flags.integer({ default: 1, min: 0, description: 'seed of the stage' }),
    threads: Flags.integer({
      min: 1,
      max: 1024,
      description: 'threads that the stage may keep busy (default: one per core)',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Run);
    const params = parseJson('--params', flags.params, '{"bits": 4}');
    const given = parseJson('--inputs', flags.inputs, '{"encoding": {"plugin": "encoder-fixed-point"}}');
    const places = findPlaces();
    const { executor } = await openExecutor('inline', 1, places.pluginFolders);
    const threads = flags.threads ?? availableParallelism();
    const interrupt = onInterrupt(() => this.note('Interrupted.'));
    try {
      const bench = { executor, places, seed: flags.seed, threads, signal: interrupt.signal };
      const artifact = await runAlone({ plugin: args.plugin, params }, await makeInputs(given, bench), bench);
      if (flags.weights !== undefined) writeWeights(flags.weights, artifact);
      if (flags.svg !== undefined) await writeDrawing(flags.svg, artifact);
      this.print(artifactJson(artifact));
    } catch (error) {
      if (flags.verbose && error instanceof Error && typeof error.cause === 'string') this.note(error.cause);
      throw error;
    } finally {
      interrupt.done();
      await executor.close();
    }
  }
}

function parseJson(flag: string, text: string, example: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw bitfrontError(
      'COMMAND_JSON_INVALID',
      { flag, reason: `${(error as Error).message}.`, example },
      { cause: error },
    );
  }
  throw bitfrontError('COMMAND_JSON_INVALID', { flag, reason: 'An object is expected.', example });
}
