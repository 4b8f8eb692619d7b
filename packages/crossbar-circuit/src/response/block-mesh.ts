import type { Mesh } from './mesh.ts';

/** A few cells and what surrounds them, µS. */
export interface Block {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns]. */
  readonly cellUs: (row: number, column: number) => number;
  /** Between neighbours, left of the first column, and below the last row. */
  readonly wireUs: number;
  readonly leftUs: number;
  readonly downUs: number;
  /** Whether its rows and columns go on to the right and to the top. */
  readonly goesRight: boolean;
  readonly goesUp: boolean;
}

/**
 * A small block of cells, reduced to its ports: the left ends of its rows, the row nodes of its last column, the column nodes
 * of its first row, and the lower ends of its columns. Every other node is replaced by g_i·g_j / Σg between its neighbours,
 * of which there are few.
 */
export function blockMesh(block: Block): Mesh {
  const { rows, columns, goesRight, goesUp } = block;
  const ports = { left: rows, right: goesRight ? rows : 0, top: goesUp ? columns : 0, bottom: columns };
  const outer = rows + ports.right + ports.top + columns;
  const inner = 2 * rows * columns - ports.right - ports.top;
  const count = inner + outer;
  const all = new Float64Array(count * count);
  connect(block, all, count, inner);
  const neighbours = new Int32Array(count);
  for (let node = 0; node < inner; node++) {
    let [total, degree] = [0, 0];
    for (let x = node + 1; x < count; x++) {
      const us = all[node * count + x] as number;
      if (us === 0) continue;
      total += us;
      neighbours[degree++] = x;
    }
    for (let i = 0; i < degree; i++) {
      const row = (neighbours[i] as number) * count;
      const share = (all[node * count + (neighbours[i] as number)] as number) / total;
      for (let j = i + 1; j < degree; j++) {
        const x = neighbours[j] as number;
        all[row + x] = (all[row + x] as number) + share * (all[node * count + x] as number);
      }
    }
  }
  const us = new Float64Array(outer * outer);
  for (let port = 0; port < outer; port++) {
    const from = (inner + port) * count + inner;
    for (let other = port + 1; other < outer; other++) us[port * outer + other] = all[from + other] as number;
  }
  return { ...ports, us };
}

/** Nodes that go come first, ports behind them in their order; conductances stand above the diagonal. */
function connect(block: Block, all: Float64Array, count: number, inner: number): void {
  const { rows, columns, cellUs, wireUs, leftUs, downUs, goesRight, goesUp } = block;
  const right = inner + rows;
  const top = right + (goesRight ? rows : 0);
  const bottom = top + (goesUp ? columns : 0);
  const [rowNodes, columnNodes] = [new Int32Array(rows * columns), new Int32Array(rows * columns)];
  let next = 0;
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) {
      const at = row * columns + column;
      rowNodes[at] = goesRight && column === columns - 1 ? right + row : next++;
      columnNodes[at] = goesUp && row === 0 ? top + column : next++;
    }
  const add = (a: number, b: number, us: number) => {
    all[a < b ? a * count + b : b * count + a] = us;
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [u, w] = [rowNodes[at] as number, columnNodes[at] as number];
      add(u, w, cellUs(row, column));
      if (column === 0) add(inner + row, u, leftUs);
      else add(rowNodes[at - 1] as number, u, wireUs);
      if (row === rows - 1) add(w, bottom + column, downUs);
      else add(w, columnNodes[at + columns] as number, wireUs);
    }
}
