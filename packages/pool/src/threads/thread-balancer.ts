import { Piscina } from 'piscina';

type Balancer = NonNullable<NonNullable<ConstructorParameters<typeof Piscina>[0]>['loadBalancer']>;

/** A task's wish for the thread that last had a task with the same wish; by this symbol Piscina finds it. */
export function withAffinity<Task extends object>(task: Task, affinity: string | undefined): Task {
  return affinity === undefined ? task : { ...task, [Piscina.queueOptionsSymbol]: { affinity } };
}

/**
 * Picks among the free threads: the one that last had a task of the same affinity, else one that had none, else the
 * first. Threads that remember something are left alone as long as others are free.
 */
export function threadBalancer(): Balancer {
  const last = new Map<number, string>();
  return (task, threads) => {
    const free = threads.filter(({ currentUsage }) => currentUsage === 0);
    const affinity = affinityOf(task);
    const chosen =
      (affinity === undefined ? undefined : free.find(({ id }) => last.get(id) === affinity)) ??
      free.find(({ id }) => !last.has(id)) ??
      free[0];
    if (chosen === undefined) return null;
    if (affinity !== undefined) last.set(chosen.id, affinity);
    return chosen;
  };
}

function affinityOf(task: object): string | undefined {
  const options = (task as Readonly<Record<symbol, { readonly affinity?: string } | null>>)[
    Piscina.queueOptionsSymbol
  ];
  return options?.affinity;
}
