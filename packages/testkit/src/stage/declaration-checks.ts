import type { AnyStage, Column } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { demandLine } from '../plugin/description-checks.ts';
import { endsWithUnit } from '../plugin/unit-suffix.ts';

/** What a stage declares about its columns, its inputs and its randomness. */
export function declarationChecks(stage: AnyStage): readonly Check[] {
  const columns = Object.entries(stage.columns as Readonly<Record<string, Column>>);
  return [
    contractCheck(stage.name, 'documents its columns and ends their names with the unit', (demand) => {
      for (const [name, column] of columns) {
        demandLine(demand, `the documentation of column "${name}"`, column.doc);
        demand(typeof column.unit === 'string', `column "${name}" declares no unit.`);
        demand(
          endsWithUnit(name, column.unit),
          `column "${name}" does not end with its unit ${column.unit}.`,
        );
      }
    }),
    contractCheck(stage.name, 'declares the total of every breakdown', (demand) => {
      for (const [name, { unit }] of columns) {
        const [total = '', part] = name.split('.');
        if (part === undefined) continue;
        demand(Object.hasOwn(stage.columns, total), `"${name}" is part of "${total}", which is no column.`);
        demand(stage.columns[total]?.unit === unit, `"${name}" and "${total}" have different units.`);
      }
    }),
    contractCheck(stage.name, 'says what enters its seed', (demand) => {
      const { randomness } = stage;
      if (randomness === undefined) return;
      demandLine(demand, 'randomness.stream', randomness.stream);
      for (const origin of randomness.from) {
        const [kind = '', part = ''] = origin.split('.');
        const known =
          kind === 'parameters'
            ? Object.hasOwn(stage.parameters, part)
            : (stage.needs[kind] as readonly string[] | undefined)?.includes(part) === true;
        demand(known, `randomness.from names "${origin}", which is neither a parameter nor a part it reads.`);
      }
    }),
  ];
}
