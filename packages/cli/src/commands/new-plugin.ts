import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import type { ParameterSchema } from '@bitfront/core';
import { loadPluginFile } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import { BaseCommand } from '../base-command.ts';
import { type PluginKind, pluginKinds } from '../plugin-kind.ts';
import { findPlaces } from '../world/places.ts';
import { newPluginFiles, newPluginSource } from '../world/new-plugin-files.ts';

export default class NewPlugin extends BaseCommand {
  static override summary =
    'Start a plugin: a working source file with manifest, README and the contract tests of its kind.';
  static override examples = [
    '<%= config.bin %> new-plugin device rram-smith-iedm-2024',
    '<%= config.bin %> new-plugin device my-rram --file   # one file for --plugin, nothing to install',
  ];
  static override args = {
    kind: Args.string({ required: true, options: Object.keys(pluginKinds), description: 'what it is' }),
    name: Args.string({
      required: true,
      description: 'technology-author-venue-year, or kind-what; lower case',
    }),
  };
  static override flags = {
    file: Flags.boolean({ description: 'write only the source file, here' }),
    out: Flags.string({
      helpValue: 'DIR',
      description: 'parent folder (default: plugins/ in the repository, else here)',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(NewPlugin);
    const kind = args.kind as PluginKind;
    const name = fullName(kind, args.name);
    if (flags.file) {
      const path = join(flags.out ?? '.', `${name}.ts`);
      write(path, { '': newPluginSource(kind, name) });
      return this.print(`${path}\n\n${await useOf(kind, name, path)}`);
    }
    const inRepository =
      flags.out === undefined && existsSync('pnpm-workspace.yaml') && existsSync('plugins');
    const folder = join(flags.out ?? (inRepository ? 'plugins' : '.'), name);
    const files = newPluginFiles(kind, name, inRepository);
    write(folder, files);
    const next = inRepository
      ? `Next: add "@bitfront/${name}": "workspace:*" to pipelines/package.json, run npx pnpm@10.34.8 install, then npm test.`
      : `Next: cd ${folder}, npm install, npm test. Without installing: bitfront sweep … --plugin ${join(folder, 'src', `${name}.ts`)}`;
    this.print(
      `${Object.keys(files)
        .map((file) => join(folder, file))
        .join('\n')}\n\n${next}`,
    );
  }
}

function fullName(kind: PluginKind, given: string): string {
  const name = given.startsWith(`${kind}-`) ? given : `${kind}-${given}`;
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) return name;
  const problem = `"${given}" is no name for a plugin: lower-case letters, digits and single hyphens.`;
  throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'new-plugin' });
}

/** How the file is used as it stands; samplers and executors are no stages, so they come as packages only. */
async function useOf(kind: PluginKind, name: string, path: string): Promise<string> {
  if (kind === 'sampler' || kind === 'executor')
    return `A ${kind} is used as an installed package: without --file, new-plugin writes a whole one.`;
  findPlaces();
  const { stage } = await loadPluginFile(path);
  const open = Object.entries(stage.parameters as ParameterSchema)
    .filter(([, { default: value }]) => value === undefined)
    .map(([parameter]) => ` --set ${kind}.${parameter}=VALUE`);
  const use = `Use it at once: bitfront sweep mnist-first-front --plugin ${path} --set ${kind}=${name}`;
  return `${use}${open.join('')}`;
}

function write(path: string, files: Readonly<Record<string, string>>): void {
  if (existsSync(path)) throw bitfrontError('OUTPUT_EXISTS', { path: basename(path) });
  // All of it or nothing: under another name until it is complete.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    for (const [file, text] of Object.entries(files)) {
      const target = join(temporary, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    const reason = `${(error as Error).message}.`;
    throw bitfrontError('OUTPUT_NOT_WRITTEN', { file: path, reason }, { cause: error });
  }
}
