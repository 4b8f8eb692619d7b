import { cosineDecay } from './cosine-decay.ts';

export const scheduleNames = ['cosine', 'linear', 'steps', 'constant'] as const;

/** How the learning rate falls from its start, at progress 0, to the end of the training, at 1. */
export type ScheduleName = (typeof scheduleNames)[number];

/** The factor on the learning rate. `steps`: a tenth from one half on, a hundredth from three quarters on. */
export function scheduleFactor(name: ScheduleName, progress: number): number {
  switch (name) {
    case 'cosine':
      return cosineDecay(progress);
    case 'linear':
      return 1 - progress;
    case 'steps':
      return progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01;
    case 'constant':
      return 1;
  }
}
