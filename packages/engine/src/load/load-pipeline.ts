import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PipelineData } from '@bitfront/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import type { z } from 'zod';
import { importReason } from './import-reason.ts';
import { pipelineSchema } from './pipeline-schema.ts';

/** A pipeline and the folders from which its plugins are resolved. */
export interface LoadedPipeline {
  readonly data: PipelineData;
  readonly file: string;
  readonly folders: readonly string[];
}

/**
 * Loads a pipeline by name from the pipelines package, or a `.ts`/`.js` file (which runs), or a `.json` file (data only).
 * @throws PIPELINE_UNKNOWN, PIPELINE_UNREADABLE, PIPELINE_INVALID
 */
export async function loadPipeline(
  nameOrPath: string,
  where: { readonly pipelinesFolder: string },
): Promise<LoadedPipeline> {
  const file = findPipeline(nameOrPath, where.pipelinesFolder);
  const isData = extname(file) === '.json';
  const raw = isData ? readJson(file) : await runModule(file);
  const checked = pipelineSchema.safeParse(raw);
  if (!checked.success) throw bitfrontError('PIPELINE_INVALID', { file, reason: reasonOf(checked.error) });
  // Packages that lie beside a JSON file came with it: taking plugins from there would let data bring code.
  const folders = isData ? [where.pipelinesFolder] : [dirname(file), where.pipelinesFolder];
  return { data: checked.data as PipelineData, file, folders };
}

/** Names of the pipelines in a folder. */
export function listPipelines(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.(ts|json)$/.test(file));
  return files
    .filter((file) => file !== 'package.json' && file !== 'tsconfig.json')
    .map((file) => file.replace(/\.(ts|json)$/, ''))
    .sort();
}

function findPipeline(nameOrPath: string, folder: string): string {
  if (/\.(ts|mts|js|mjs|json)$/.test(nameOrPath)) {
    const file = resolve(nameOrPath);
    if (existsSync(file)) return file;
    throw bitfrontError('PIPELINE_UNREADABLE', { file: nameOrPath, reason: 'There is no such file.' });
  }
  if (statSync(nameOrPath, { throwIfNoEntry: false })?.isFile() === true) {
    const reason = 'The name of a pipeline file ends in .ts, .js or .json.';
    throw bitfrontError('PIPELINE_UNREADABLE', { file: nameOrPath, reason });
  }
  const valid = listPipelines(folder);
  for (const extension of ['.ts', '.json'])
    if (valid.includes(nameOrPath) && existsSync(join(folder, nameOrPath + extension)))
      return join(folder, nameOrPath + extension);
  const guess = nearest(nameOrPath, valid);
  const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  throw bitfrontError('PIPELINE_UNKNOWN', {
    name: nameOrPath,
    valid: valid.length > 0 ? valid : ['none'],
    hint,
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw bitfrontError('PIPELINE_UNREADABLE', { file, reason: `${(error as Error).message}.` });
  }
}

async function runModule(file: string): Promise<unknown> {
  let plan: unknown;
  try {
    ({ default: plan } = (await import(pathToFileURL(file).href)) as { readonly default?: unknown });
  } catch (error) {
    if (error instanceof Error && error.name === 'BitfrontError') throw error;
    const reason = `${importReason(error, file)}.`;
    throw bitfrontError('PIPELINE_UNREADABLE', { file, reason }, { cause: error });
  }
  if (plan !== undefined) return plan;
  const reason = 'It has no default export; a study ends with `export default pipeline(…).data`.';
  throw bitfrontError('PIPELINE_UNREADABLE', { file, reason });
}

/** `slots[0].choices[1].plugin: …`, every complaint of the schema in one line. */
function reasonOf({ issues }: z.ZodError): string {
  const place = (path: readonly PropertyKey[]): string =>
    path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return issues
    .map(({ path, message }) => (path.length === 0 ? `${message}.` : `${place(path).slice(1)}: ${message}.`))
    .join(' ');
}
