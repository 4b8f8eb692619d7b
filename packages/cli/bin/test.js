// npm test: lint, types and all tests. `--skip-nx-cache` runs them even if nothing changed; other words go to vitest.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, withPnpm } from './prepare.js';
import { launch } from './steps.js';
import { totalsOf } from './test-totals.js';

const report = join(root, '.nx', 'vitest.json');
const given = process.argv.slice(2);
const words = given.filter((word) => word !== '--skip-nx-cache');
const skipCache = words.length < given.length || process.env.NX_SKIP_NX_CACHE === 'true';

const { node, environment: own } = await prepare();
const environment = withPnpm(own);
rmSync(report, { force: true });
const gates = {
  lint: await gate('lint', []),
  types: await gate('types', []),
  unit: await gate('unit', words),
};

const said = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
const data = process.env.BITFRONT_DATA ?? join(root, '..', 'shared', 'data');
const totals = totalsOf(said, gates, existsSync(data));
process.stdout.write(`${totals.lines.join('\n')}\n`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Runs one Nx target of the root project; the exit code. */
async function gate(target, rest) {
  const started = performance.now();
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const cache = skipCache ? ['--skip-nx-cache'] : [];
  const parameters = [nx, 'run', `bitfront-workspace:${target}`, '--output-style=static', ...cache, ...rest];
  const ended = await launch(node, parameters, { cwd: root, env: environment });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${target} … ${ended.code === 0 ? 'passed' : 'failed'} (${seconds} s)\n`);
  if (ended.signal) process.exit(130);
  return ended.code;
}
