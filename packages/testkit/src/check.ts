import { bitfrontError } from '@bitfront/errors';

/** One promise of a contract. `check` throws CONTRACT_BROKEN, or what the plugin threw, where it is not kept. */
export interface Check {
  /** Says what is promised: `is deterministic`. */
  readonly name: string;
  check(): void | Promise<void>;
}

/** Refuses with a sentence unless a condition holds. */
export type Demand = (holds: boolean, problem: string) => void;

/** Makes a check whose body demands what must hold. */
export function contractCheck(
  plugin: string,
  name: string,
  body: (demand: Demand) => void | Promise<void>,
): Check {
  const demand: Demand = (holds, problem) => {
    if (!holds) throw bitfrontError('CONTRACT_BROKEN', { plugin, check: name, problem });
  };
  return { name, check: () => body(demand) };
}
