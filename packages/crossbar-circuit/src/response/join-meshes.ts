import { type Mesh, portsOf } from './mesh.ts';

type Sides = Omit<Mesh, 'us'>;

/** Memory of joints, used again by the next one: most joints are so small that making it would take longer. */
export interface JointMemory {
  /** [shared × (shared + ports)]: conductances of the nodes that go, to later ones and to the ports. */
  panel: Float64Array;
  shares: Float64Array;
  places: Int32Array;
}

export const jointMemory = (): JointMemory => ({
  panel: new Float64Array(64),
  shares: new Float64Array(64),
  places: new Int32Array(64),
});

/** Joins a mesh and its neighbour to the right, or the one below it, and eliminates the wires between them. */
export function joinMeshes(a: Mesh, b: Mesh, where: 'right' | 'below', memory: JointMemory): Mesh {
  const shared = where === 'right' ? a.right : a.bottom;
  const outer =
    where === 'right'
      ? { left: a.left, right: b.right, top: a.top + b.top, bottom: a.bottom + b.bottom }
      : { left: a.left + b.left, right: a.right + b.right, top: a.top, bottom: b.bottom };
  const ports = portsOf(outer);
  const { panel, shares, places } = prepared(memory, shared, ports);
  const joint: Joint = { shared, ports, us: new Float64Array(ports * ports), panel, shares, places };
  const [ofA, ofB] = where === 'right' ? besides(a, b) : stacked(a, b);
  place(joint, a, ofA);
  place(joint, b, ofB);
  eliminate(joint);
  return { ...outer, us: joint.us };
}

interface Joint extends JointMemory {
  readonly shared: number;
  readonly ports: number;
  readonly us: Float64Array;
}

function prepared(memory: JointMemory, shared: number, ports: number): JointMemory {
  const panel = shared * (shared + ports);
  if (panel > memory.panel.length) memory.panel = new Float64Array(2 * panel);
  else memory.panel.fill(0, 0, panel);
  if (shared * ports > memory.shares.length) memory.shares = new Float64Array(2 * shared * ports);
  if (shared + ports > memory.places.length) memory.places = new Int32Array(2 * (shared + ports));
  return memory;
}

/** Where the four sides of both begin in the joint, shared nodes first. */
function besides(a: Mesh, b: Mesh): readonly [Sides, Sides] {
  const left = a.right;
  const right = left + a.left;
  const top = right + b.right;
  const bottom = top + a.top + b.top;
  return [
    { left, right: 0, top, bottom },
    { left: 0, right, top: top + a.top, bottom: bottom + a.bottom },
  ];
}

function stacked(a: Mesh, b: Mesh): readonly [Sides, Sides] {
  const left = a.bottom;
  const right = left + a.left + b.left;
  const top = right + a.right + b.right;
  const bottom = top + a.top;
  return [
    { left, right, top, bottom: 0 },
    { left: left + a.left, right: right + a.right, top: 0, bottom },
  ];
}

function place({ shared, ports, panel, us, places: to }: Joint, mesh: Mesh, sides: Sides): void {
  const own = portsOf(mesh);
  fillPlaces(to, mesh, sides);
  const width = shared + ports;
  for (let a = 0; a < own; a++)
    for (let b = a + 1; b < own; b++) {
      const [i, j] = [to[a] as number, to[b] as number];
      const [low, high] = i < j ? [i, j] : [j, i];
      const value = mesh.us[a * own + b] as number;
      if (low < shared) panel[low * width + high] = (panel[low * width + high] as number) + value;
      else {
        const at = (low - shared) * ports + high - shared;
        us[at] = (us[at] as number) + value;
      }
    }
}

function fillPlaces(places: Int32Array, mesh: Mesh, sides: Sides): void {
  let port = 0;
  for (let index = 0; index < mesh.left; index++) places[port++] = sides.left + index;
  for (let index = 0; index < mesh.right; index++) places[port++] = sides.right + index;
  for (let index = 0; index < mesh.top; index++) places[port++] = sides.top + index;
  for (let index = 0; index < mesh.bottom; index++) places[port++] = sides.bottom + index;
}

/**
 * A node that goes leaves g_i·g_j / Σg between every two of its neighbours (star-mesh transformation). All terms are
 * positive and nothing is subtracted, so that every conductance is exact to some roundings, however far wires and cells
 * lie apart.
 */
function eliminate(joint: Joint): void {
  const { shared, ports, panel, shares } = joint;
  const width = shared + ports;
  for (let node = 0; node < shared; node++) {
    const from = node * width;
    let total = 0;
    for (let x = node + 1; x < width; x++) total += panel[from + x] as number;
    if (total === 0) {
      shares.fill(0, node * ports, (node + 1) * ports);
      continue;
    }
    for (let later = node + 1; later < shared; later++) {
      const share = (panel[from + later] as number) / total;
      if (share === 0) continue;
      const to = later * width;
      for (let x = later + 1; x < width; x++)
        panel[to + x] = (panel[to + x] as number) + share * (panel[from + x] as number);
    }
    for (let x = 0; x < ports; x++) shares[node * ports + x] = (panel[from + shared + x] as number) / total;
  }
  addProducts(joint);
}

/** us[i][j] += Σ_node share[node][i] · panel[node][j], four nodes at a time. */
function addProducts({ shared, ports, panel, us, shares }: Joint): void {
  const width = shared + ports;
  let node = 0;
  for (; node + 4 <= shared; node += 4)
    for (let i = 0; i < ports; i++) {
      const at = node * ports + i;
      const a = shares[at] as number;
      const b = shares[at + ports] as number;
      const c = shares[at + 2 * ports] as number;
      const d = shares[at + 3 * ports] as number;
      if (a + b + c + d === 0) continue;
      const row = i * ports;
      let from = node * width + shared + i + 1;
      for (let to = row + i + 1; to < row + ports; to++, from++)
        us[to] =
          (us[to] as number) +
          (a * (panel[from] as number) +
            b * (panel[from + width] as number) +
            (c * (panel[from + 2 * width] as number) + d * (panel[from + 3 * width] as number)));
    }
  for (; node < shared; node++)
    for (let i = 0; i < ports; i++) {
      const a = shares[node * ports + i] as number;
      if (a === 0) continue;
      let from = node * width + shared + i + 1;
      for (let to = i * ports + i + 1; to < (i + 1) * ports; to++, from++)
        us[to] = (us[to] as number) + a * (panel[from] as number);
    }
}
