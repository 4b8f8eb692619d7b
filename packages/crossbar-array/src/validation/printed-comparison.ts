import { crossbarArray } from '../crossbar-array.ts';
import { type PrintedArray, printedArrays, printedTolerance } from './printed-arrays.ts';
import { printedCase } from './printed-cases.ts';

/** One printed number and ours. */
export interface ComparisonRow {
  readonly array: PrintedArray['name'];
  readonly what: string;
  readonly unit: 'µm²' | 'pJ' | '1';
  readonly printed: number;
  readonly ours: number;
  /** How near ours must come. */
  readonly factor: number;
}

/** Every printed number above 0, in the order in which it was printed. */
export function printedComparison(): readonly ComparisonRow[] {
  return printedArrays.flatMap((printed) => {
    const array = crossbarArray(printedCase(printed.name));
    const sumOf = (names: readonly string[], value: 'areaUm2' | 'energyFj') =>
      array.modules.reduce((sum, module) => sum + (names.includes(module.name) ? module[value] : 0), 0);
    const outsideFj = sumOf(printed.outsideTotal, 'energyFj');
    const whole = { array: printed.name, factor: printedTolerance.arrayFactor } as const;
    const part = { array: printed.name, factor: printedTolerance.moduleFactor } as const;
    const area = (what: string, value: number | undefined, ours: number, head: typeof whole | typeof part) =>
      value === undefined ? [] : [{ ...head, what, unit: 'µm²', printed: value, ours } as const];
    const energy = (
      what: string,
      value: number | undefined,
      oursFj: number,
      head: typeof whole | typeof part,
    ) =>
      value === undefined
        ? []
        : [{ ...head, what, unit: 'pJ', printed: value, ours: oursFj / 1000 } as const];
    return [
      ...area('used area', printed.usedAreaUm2, array.usedAreaUm2, whole),
      ...area('bounding box', printed.boundingAreaUm2, array.boundingAreaUm2, whole),
      ...energy('one read', printed.energyPj, array.energyFj - outsideFj, whole),
      ...printed.modules.flatMap(({ what, ours, areaUm2, energyPj }) => [
        ...area(what, areaUm2, sumOf(ours, 'areaUm2'), part),
        ...energy(what, energyPj, sumOf(ours, 'energyFj'), part),
      ]),
    ];
  });
}

/** `printedComparison()` as the Markdown table of the README. */
export function printedTable(): string {
  return [
    '| array | printed | unit | printed value | ours | ours / printed | bar |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...printedComparison().map(
      ({ array, what, unit, printed, ours, factor }) =>
        `| ${array} | ${what} | ${unit} | ${printed} | ${Number(ours.toPrecision(3))} | ${(ours / printed).toFixed(2)} | ${factor}× |`,
    ),
  ].join('\n');
}
