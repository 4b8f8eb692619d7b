import { type CrossbarArray, checkCrossbar, type LineResistance } from '../crossbar-array.ts';
import { blockMesh } from './block-mesh.ts';
import { type JointMemory, joinMeshes, jointMemory } from './join-meshes.ts';
import { type Mesh, portsOf } from './mesh.ts';

/**
 * The response of an array, µS, [rows × columns]: I_j = Σ_i M_ij · V_i. The network is linear, so that M is all there is
 * to know about a programmed array: what each driver sees of each virtual ground.
 *
 * Nested dissection: the array is halved until blocks of a few cells are left; neighbours are joined and the wires between them
 * eliminated by star-mesh transformations, until only drivers and grounds remain, about 25 · n³ multiplications for
 * n × n cells. It is exact, as {@link solveExact}, and is made once for any number of reads.
 *
 * @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE
 */
export function responseMatrixUs(array: CrossbarArray, lines: LineResistance): Float64Array {
  checkCrossbar(array, lines);
  const { rows, columns, conductanceUs } = array;
  const { sourceOhm, wireOhm, neuronOhm } = lines;
  if (sourceOhm + wireOhm + neuronOhm === 0) return conductanceUs.slice();
  const whole = meshOf(
    {
      array,
      wireUs: conducting(wireOhm),
      sourceUs: conducting(sourceOhm + wireOhm),
      neuronUs: conducting(neuronOhm + wireOhm),
      memory: jointMemory(),
    },
    { from: 0, to: rows },
    { from: 0, to: columns },
  );
  const ports = portsOf(whole);
  const response = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    response.set(whole.us.subarray(row * ports + rows, (row + 1) * ports), row * columns);
  return response;
}

/** Blocks so small are reduced at once. */
const blockSide = 4;

/** Stands for no resistance: what it adds to the longest line is beyond the last bit of any cell's resistance. */
const leastOhm = 1e-15;

const conducting = (ohm: number): number => 1e6 / Math.max(ohm, leastOhm);

interface Network {
  readonly array: CrossbarArray;
  readonly wireUs: number;
  readonly sourceUs: number;
  readonly neuronUs: number;
  readonly memory: JointMemory;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function meshOf(network: Network, rows: Span, columns: Span): Mesh {
  const { array, wireUs, sourceUs, neuronUs } = network;
  const [high, wide] = [rows.to - rows.from, columns.to - columns.from];
  if (high <= blockSide && wide <= blockSide)
    return blockMesh({
      rows: high,
      columns: wide,
      cellUs: (row, column) =>
        array.conductanceUs[(rows.from + row) * array.columns + columns.from + column] as number,
      wireUs,
      leftUs: columns.from === 0 ? sourceUs : wireUs,
      downUs: rows.to === array.rows ? neuronUs : wireUs,
      goesRight: columns.to < array.columns,
      goesUp: rows.from > 0,
    });
  if (wide >= high) {
    const middle = columns.from + (wide >> 1);
    return joinMeshes(
      meshOf(network, rows, { ...columns, to: middle }),
      meshOf(network, rows, { ...columns, from: middle }),
      'right',
      network.memory,
    );
  }
  const middle = rows.from + (high >> 1);
  return joinMeshes(
    meshOf(network, { ...rows, to: middle }, columns),
    meshOf(network, { ...rows, from: middle }, columns),
    'below',
    network.memory,
  );
}
