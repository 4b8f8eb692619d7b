import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package, a plugin, or the pipelines. */
export interface Room {
  /** `packages/core`. */
  readonly path: string;
  readonly name: string;
  readonly manifest: Manifest;
  /** Source files below src and bin, tests included. */
  readonly files: readonly SourceFile[];
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** Tests, type tests and what only they import. */
  readonly isTest: boolean;
}

export const root = join(import.meta.dirname, '..');

export function readRooms(): readonly Room[] {
  const paths = ['packages', 'plugins'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return [...paths, 'pipelines']
    .filter((path) => existsSync(join(root, path, 'package.json')))
    .map((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as Manifest;
      return { path, name: path.split('/').at(-1) ?? '', manifest, files: sourceFiles(path) };
    });
}

function sourceFiles(room: string): readonly SourceFile[] {
  const folders = room === 'pipelines' ? [room] : [`${room}/src`, `${room}/bin`];
  return folders.flatMap(filesBelow).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
    isTest: /\.(test|test-d|fixture)\.ts$|\/fixtures\//.test(path),
  }));
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(ts|js)$/.test(path) ? [path] : [];
  });
}

/** The text without comments and without the contents of strings that are no module names. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

/** Every module a file names: static import, export from, import(), require, import.meta.resolve. */
export function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const patterns = [
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
    /(?:^|[\s;}])import\s*['"]([^'"]+)['"]/g,
    /\b(?:import|require|import\.meta\.resolve|\.resolve)\(\s*['"`]([^'"`]+)['"`]/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, module = '']) => module));
}

/** `@scope/name` or `name` of a module that is no file of the room and not part of Node. */
export function packageOf(module: string): string | undefined {
  if (/^[./#]|^node:|^file:/.test(module)) return undefined;
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
