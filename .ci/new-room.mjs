// Writes the manifest and tsconfig of a new package or plugin: node .ci/new-room.mjs packages/foo "What it is." [dep …]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [room, description, ...dependencies] = process.argv.slice(2);
if (!room || !description) {
  process.stderr.write('usage: node .ci/new-room.mjs packages/NAME "What it is." [bitfront-package …]\n');
  process.exit(2);
}
const rooms = Object.fromEntries(
  dependencies.map((name) => [
    name,
    existsSync(join('packages', name)) ? `packages/${name}` : `plugins/${name}`,
  ]),
);
const manifest = {
  name: `@bitfront/${basename(room)}`,
  version: '0.1.0',
  description,
  license: 'MIT',
  type: 'module',
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  files: ['dist', 'README.md'],
  dependencies: Object.fromEntries(dependencies.map((name) => [`@bitfront/${name}`, 'workspace:*'])),
  nx: { targets: { build: {} } },
};
const tsconfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' },
  include: ['src'],
  exclude: ['src/**/*.test.ts', 'src/**/*.test-d.ts'],
  references: Object.values(rooms).map((path) => ({ path: `../../${path}` })),
};
mkdirSync(join(room, 'src'), { recursive: true });
writeFileSync(join(room, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
writeFileSync(join(room, 'tsconfig.json'), `${JSON.stringify(tsconfig, undefined, 2)}\n`);
