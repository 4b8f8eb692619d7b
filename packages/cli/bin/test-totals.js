// The last lines of `npm test`, from vitest's JSON report.

/**
 * A gate that fails outside vitest counts as one failed check, and so does every skipped test where the data is there:
 * the last line never says `0 failed` when something is wrong. Tests of native kernels may be skipped: nobody has to
 * have a compiler.
 */
export function totalsOf(report, gates, dataIsThere) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const passed = tests.filter((test) => test.status === 'passed').length;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const failedTests = tests.length - passed - skipped.length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failedGates = Object.entries(gates).filter(([name, code]) => code !== 0 && name !== 'unit');
  const unexplained = gates.unit !== 0 && failedTests === 0 && brokenFiles.length === 0 ? 1 : 0;
  const bad = (test) => dataIsThere && !test.fullName.startsWith('needs a native build');
  const badSkips = skipped.filter(bad).length;
  const failed = failedTests + brokenFiles.length + failedGates.length + unexplained + badSkips;
  const lines = [
    ...failedGates.map(([name]) => `failed: ${name}`),
    ...brokenFiles.map((file) => `failed: ${file.name} could not run`),
    ...(report === undefined ? ['failed: vitest wrote no report'] : []),
    ...skipped.map(
      (test) => `skipped${bad(test) ? ' although the data is there' : ''}: ${test.fullName} (${test.file})`,
    ),
    `${skipped.length} skipped`,
    `${passed} passed, ${failed} failed`,
  ];
  return { passed, failed, skipped: skipped.length, lines };
}
