export { addShortcut, type Shortcut, shortcutOf } from './add-shortcut.ts';
export { activate, outputBits } from './activate.ts';
export { firstLargest } from './first-largest.ts';
export { layerDots } from './layer-dots.ts';
export type { LayerInput } from './layer-input.ts';
export { layerSigns } from './layer-signs.ts';
export { loadSigns } from './load-signs.ts';
export { convolutionLanes, lanesFor } from './lanes-for.ts';
export { unfolded } from './unfolded.ts';
