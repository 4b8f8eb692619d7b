import type { Placement } from '@bitfront/core';
import { columnRuns } from '@bitfront/crossbar-mapping';

/** Beyond so many rectangles a picture says no more. */
const mostRectangles = 20_000;

/**
 * The cells of weights as the path of an SVG, a cell 1 × 1: one rectangle for a run of rows in columns that are alike; nothing
 * where there are more than 20,000 of them.
 */
export function weightPath(placement: Placement): string | undefined {
  const columns = placement.blocks * placement.blockColumns;
  const perColumn = placement.inputs.channels * placement.kernel.height;
  const alike = columnsAlike(placement);
  const dense = placement.blockRows === perColumn * placement.kernel.width;
  if ((columns / alike) * (dense ? 1 : perColumn) > mostRectangles) return undefined;
  const parts: string[] = [];
  for (let column = 0; column < columns; column += alike)
    for (const { first, count } of columnRuns(placement, column))
      parts.push(`M${column} ${first}h${alike}v${count}h-${alike}z`);
  return parts.join('');
}

/** Neighbouring columns with the same rows: a whole block of one position, else the cells of a pair. */
function columnsAlike({ blockColumns, outputs }: Placement): number {
  const positions = outputs.height * outputs.width;
  return positions === 1 ? blockColumns : blockColumns / (outputs.kernels * positions);
}
