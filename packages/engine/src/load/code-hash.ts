import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textHash } from '@bitfront/core';
import { init, parse } from 'es-module-lexer';

/**
 * Hash of a module's code and of all it imports: files of ours by content, other packages by name and version.
 * The texts of errors do not count: no result depends on them.
 * Files that a module names as `new URL('./x.wasm', import.meta.url)` count as imported.
 */
export async function codeHash(entry: string): Promise<string> {
  await init;
  const parts = new Map<string, string>();
  crawl(entry, parts);
  const lines = [...parts.values()].sort();
  return textHash(lines.join('\n'));
}

function crawl(file: string, parts: Map<string, string>): void {
  if (parts.has(file)) return;
  const bytes = readFileSync(file);
  parts.set(file, textHash(bytes.toString('latin1')));
  if (!/\.[cm]?[jt]s$/.test(file)) return;
  const code = bytes.toString('utf8');
  for (const specifier of specifiers(code)) follow(file, specifier, parts);
  for (const match of code.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g))
    crawl(resolve(dirname(file), match[1] ?? ''), parts);
}

function specifiers(code: string): readonly string[] {
  const [imports] = parse(code);
  return imports.flatMap((one) =>
    'specifier' in one && typeof one.specifier === 'string' ? [one.specifier] : [],
  );
}

function follow(file: string, specifier: string, parts: Map<string, string>): void {
  if (specifier.startsWith('node:') || specifier === wordsOnly) return;
  const found = locate(file, specifier);
  if (found === undefined) parts.set(specifier, `unresolved ${specifier}`);
  else if (/^(\.|file:|@bitfront\/)/.test(specifier)) crawl(found, parts);
  else parts.set(specifier, versionOf(specifier, found));
}

/** The catalogue of errors: a sentence that is put better must not train every network again. */
const wordsOnly = '@bitfront/errors';

function locate(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('file:')) return fileURLToPath(specifier);
  return specifier.startsWith('.') ? resolve(dirname(file), specifier) : tryResolve(file, specifier);
}

/** As seen from the importing file, else from here (a plugin file outside the workspace uses our packages). */
function tryResolve(file: string, specifier: string): string | undefined {
  for (const base of [file, fileURLToPath(import.meta.url)])
    try {
      return createRequire(base).resolve(specifier);
    } catch {
      // Not visible from this file: the next base may see it.
    }
  return undefined;
}

function versionOf(specifier: string, file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string };
      if (manifest.version !== undefined) return `${specifier}@${manifest.version}`;
    } catch {
      // No manifest here: look one folder up.
    }
  return specifier;
}
