export { benchReuse, type ReuseBench, type ReuseTimes } from './bench-reuse.ts';
export { randomNetwork } from './random-network.ts';
