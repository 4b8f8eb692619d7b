import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PipelineData } from '@bitfront/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import { z } from 'zod';
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
  const raw = extname(file) === '.json' ? readJson(file) : await runModule(file);
  const checked = pipelineSchema.safeParse(raw);
  if (!checked.success) {
    const reason = z.prettifyError(checked.error).replaceAll('\n', ' ');
    throw bitfrontError('PIPELINE_INVALID', { file, reason });
  }
  return { data: checked.data as PipelineData, file, folders: [dirname(file), where.pipelinesFolder] };
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
  try {
    const { default: plan } = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
    if (plan === undefined)
      throw bitfrontError('PIPELINE_UNREADABLE', {
        file,
        reason: 'It has no default export (pipeline(…).data).',
      });
    return plan;
  } catch (error) {
    if (error instanceof Error && error.name === 'BitfrontError') throw error;
    throw bitfrontError(
      'PIPELINE_UNREADABLE',
      { file, reason: `${(error as Error).message}.` },
      { cause: error },
    );
  }
}
