interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly object[];
  }[];
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly lines: readonly string[];
}

export function totalsOf(
  report: Report | undefined,
  gates: Readonly<Record<string, number>>,
  dataIsThere: boolean,
): Totals;
