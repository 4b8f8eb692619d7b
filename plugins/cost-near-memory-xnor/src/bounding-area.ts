import { copies, driver, inSeries, rowDecoder } from '@bitfront/circuits';
import { columnSense, columnWriteDrivers, rowWriteDriver } from './array-items.ts';
import type { Hardware } from './hardware.ts';

/**
 * Area that one array leaves empty in its bounding box: row circuits fill a strip along its left side, column
 * circuits one along its bottom, both as thin as they can be; nothing lies in the corner between the strips.
 */
export function boundingExcessUm2(hardware: Hardware): number {
  const { technology, array, cellWidthUm, cellHeightUm, wordLineFf } = hardware;
  const widthUm = hardware.columns * cellWidthUm;
  const heightUm = array.rows * cellHeightUm;
  const perRow = inSeries(driver(technology, { loadFf: wordLineFf, activity: 1 }), rowWriteDriver(hardware));
  const rowCircuits = inSeries(
    rowDecoder(technology, { rows: array.rows, activity: 1 }),
    copies(array.rows, perRow),
  );
  const perColumn = inSeries(columnSense(hardware, 0), columnWriteDrivers(hardware));
  const columnCircuits = copies(hardware.columns, perColumn);
  return (rowCircuits.areaUm2 / heightUm) * (columnCircuits.areaUm2 / widthUm);
}
