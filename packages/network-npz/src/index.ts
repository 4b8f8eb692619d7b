export { checkFits } from './check-fits.ts';
export { networkFromNpz } from './network-from-npz.ts';
export { type Exported, networkToNpz } from './network-to-npz.ts';
