import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PluginKind, pluginKinds } from '../plugin-kind.ts';

/** The files of a new plugin: path below its folder to text. */
export function newPluginFiles(
  kind: PluginKind,
  name: string,
  inRepository: boolean,
): Readonly<Record<string, string>> {
  return {
    [`src/${name}.ts`]: template(kind, 'plugin.ts', name),
    [`src/${name}.test.ts`]: template(kind, 'plugin.test.ts', name),
    'src/index.ts': `export { default } from './${name}.ts';\n`,
    'package.json': json(manifest(kind, name, inRepository)),
    'tsconfig.json': json(tsconfig(kind, inRepository)),
    'README.md': readme(kind, name),
  };
}

/** The one source file alone, for `--plugin FILE`. */
export function newPluginSource(kind: PluginKind, name: string): string {
  return template(kind, 'plugin.ts', name);
}

function template(kind: PluginKind, file: string, name: string): string {
  const path = join(import.meta.dirname, '..', '..', 'templates', kind, file);
  return readFileSync(path, 'utf8')
    .replaceAll("'plugin-name'", `'${name}'`)
    .replaceAll("'./plugin.ts'", `'./${name}.ts'`);
}

function manifest(kind: PluginKind, name: string, inRepository: boolean): object {
  const version = inRepository ? 'workspace:*' : ownVersion();
  const ours = (names: readonly string[]) =>
    Object.fromEntries(names.map((one) => [`@bitfront/${one}`, version]));
  const runtime = ['core', ...pluginKinds[kind].code];
  const tests = ['testkit', ...pluginKinds[kind].tests];
  return {
    name: inRepository ? `@bitfront/${name}` : name,
    version: '0.1.0',
    description: 'One line.',
    license: 'MIT',
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'README.md'],
    ...(inRepository ? {} : { scripts: { build: 'tsc', test: 'vitest run' } }),
    dependencies: ours(runtime),
    devDependencies: { ...ours(tests), ...(inRepository ? {} : { typescript: '7.0.2', vitest: '5.1.1' }) },
    ...(inRepository ? { nx: { targets: { build: {} } } } : {}),
  };
}

function tsconfig(kind: PluginKind, inRepository: boolean): object {
  const exclude = ['src/**/*.test.ts', 'src/**/*.test-d.ts'];
  if (!inRepository) {
    const module = {
      target: 'es2024',
      module: 'nodenext',
      strict: true,
      declaration: true,
      skipLibCheck: true,
    };
    const extensions = { allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true };
    return {
      compilerOptions: { ...module, ...extensions, rootDir: 'src', outDir: 'dist' },
      include: ['src'],
      exclude,
    };
  }
  const rooms = ['core', ...pluginKinds[kind].code];
  return {
    extends: '../../tsconfig.base.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' },
    include: ['src'],
    exclude,
    references: rooms.map((room) => ({ path: `../../packages/${room}` })),
  };
}

function readme(kind: PluginKind, name: string): string {
  const slot =
    kind === 'executor'
      ? `--executor ${name}`
      : kind === 'sampler'
        ? `--sampler ${name}`
        : `--set ${kind}=${name}`;
  return `# ${name}

What it models, from which paper, figure or table, how the numbers were obtained, and over which range they hold.

\`\`\`
bitfront sweep mnist-first-front ${slot}
\`\`\`
`;
}

function ownVersion(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
    : '0.1.0';
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
