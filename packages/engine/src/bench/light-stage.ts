import { type AnyStage, type ArtifactKind, type Column, integer } from '@bitfront/core';

/**
 * A light stage for timing the engine alone: it reads the artifact of the stage above it and fills eight columns.
 * @param level its place in the chain, from 0
 */
export function lightStage(level: number, reads: ArtifactKind | undefined, gives: ArtifactKind): AnyStage {
  const names = Array.from({ length: 8 }, (_, index) => `level${level}Value${index}`);
  const column: Column = { unit: '1', doc: 'a number to be written' };
  const stage: AnyStage = {
    name: `bench-${level}`,
    version: 1,
    doc: 'a light stage for timing the engine',
    needs: reads === undefined ? {} : { [reads]: ['value'] },
    gives,
    parameters: { step: integer(0, 1e9, 'varies the result', 0) },
    columns: Object.fromEntries(names.map((name) => [name, column])),
    weight: 'light',
    source: { cite: 'Bitfront', where: 'benchmark', how: 'assumed', residual: 'exact' },
    run(input: unknown, { step }: { readonly step: number }) {
      const above = (input as Readonly<Record<string, { readonly value: number }>>)[reads ?? '']?.value ?? 0;
      const value = (above * 31 + step * 17 + level) % 1_000_003;
      return { value, row: Object.fromEntries(names.map((name, index) => [name, value / (index + 3)])) };
    },
  };
  return Object.freeze(stage);
}
