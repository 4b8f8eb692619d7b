import { Args, Flags } from '@oclif/core';
import { checkParameters, textHash, type ParameterSchema } from '@bitfront/core';
import { loadPlugin, loadPluginFile } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import { BaseCommand } from '../base-command.ts';
import { artifactJson } from '../summary/artifact-json.ts';
import { onInterrupt } from '../world/interrupt.ts';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';

export default class Run extends BaseCommand {
  static override summary = 'Run one stage alone and print its artifact as JSON.';
  static override description =
    'Typed arrays are printed as {"type", "length", "sha256", "values"}; of long ones only the first values.';
  static override examples = [
    `<%= config.bin %> run encoder-fixed-point --params '{"bits": 4}'`,
    `<%= config.bin %> run ./my-rram.ts --params '{"lowResistanceKohm": 3}' | jq .faults`,
  ];
  static override args = {
    plugin: Args.string({ required: true, description: 'name, or path of a plugin file' }),
  };
  static override flags = {
    params: Flags.string({ required: true, helpValue: 'JSON', description: 'parameters of the stage' }),
    inputs: Flags.string({ default: '{}', helpValue: 'JSON', description: 'kind of artifact to its parts' }),
    seed: Flags.integer({ default: 1, min: 0, description: 'seed of the stage' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Run);
    const places = findPlaces();
    const isFile = /\.(ts|mts|js|mjs|cell)$/.test(args.plugin);
    const { name, module, stage } = isFile
      ? await loadPluginFile(args.plugin)
      : await loadPlugin(args.plugin, places.pluginFolders);
    const given = parseJson('--params', flags.params, '{"bits": 4}');
    const parameters = checkParameters(name, stage.parameters as ParameterSchema, given);
    const inputs = parseJson('--inputs', flags.inputs, '{"memory": {}}') as Inputs;
    const { executor } = await openExecutor('inline', 1, places.pluginFolders);
    const interrupt = onInterrupt(() => this.note('Interrupted.'));
    try {
      const call = {
        plugin: name,
        module,
        parameters,
        inputs,
        seed: textHash(String(flags.seed)),
        host: places.host,
      };
      const [outcome] = await executor.run([call], { signal: interrupt.signal });
      if (outcome?.ok === true) return this.print(artifactJson(outcome.artifact));
      const { code = 'STAGE_THREW', message = '', stack } = outcome?.failure ?? {};
      if (flags.verbose && stack !== undefined) this.note(stack);
      throw bitfrontError('STAGE_FAILED_ALONE', { plugin: name, code, message });
    } finally {
      interrupt.done();
      await executor.close();
    }
  }
}

type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

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
