// Run by `npm run build:native`: builds the addon, into the folder given if there is one, and says whose instructions it
// uses here.
import { BitfrontError } from '@bitfront/errors';
import { loadNative } from '../load-native.ts';
import { buildNative } from './build-native.ts';

const started = performance.now();
try {
  await buildNative(process.argv[2]);
  const load = loadNative(process.argv[2]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const chosen = load.kind === 'ready' ? load.sets[0].processor : load.kind;
  process.stdout.write(`native kernels … ${chosen} (${seconds} s)\n`);
} catch (error) {
  if (!(error instanceof BitfrontError)) throw error;
  process.stderr.write(`error: ${error.what}\n  why: ${error.why}\n  now: ${error.now}\n`);
  process.exitCode = 1;
}
