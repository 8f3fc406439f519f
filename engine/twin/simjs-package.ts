// The only import of the package simjs: it exports nothing and puts its classes on `window`, so it is lent one while it loads.

/** The two dozen signatures of SimJS 2.0.3 that are used. Times are in whatever unit the caller keeps to; here days. */
export interface SimPackage {
  readonly Sim: new () => {
    /** What is still to come. `setTimer` adds to the time it is; a moment known by itself goes in as a request of that moment. */
    readonly queue: { readonly data: readonly SimRequest[]; insert(request: SimRequest): void };
    readonly entities: SimEntity[];
    time(): number;
    addEntity(entity: new () => SimEntity, ...args: unknown[]): SimEntity;
    simulate(until: number): void;
  };
  readonly Entity: new () => SimEntity;
  readonly Request: new (entity: SimEntity, askedAt: number, deliverAt: number) => SimRequest;
  /** A box of tokens: name, size, tokens at the start. */
  readonly Buffer: new (name: string, size: number, full: number) => SimBuffer;
  readonly Random: new (seed: number) => {
    random(): number;
    exponential(rate: number): number;
    gamma(shape: number, scale: number): number;
    normal(mean: number, sd: number): number;
  };
}

export interface SimEntity {
  time(): number;
  setTimer(duration: number): SimRequest;
  getBuffer(buffer: object, tokens: number): SimRequest;
  putBuffer(buffer: object, tokens: number): SimRequest;
}

export interface SimBuffer {
  /** Tokens in the box. A caller who asks for more than there are waits in a queue, first come, first served. */
  current(): number;
}

export interface SimRequest {
  readonly deliverAt: number;
  done(callback: (argument: never) => void, context?: unknown, argument?: unknown): SimRequest;
  cancel(): void;
}

/** It leaves its classes behind only once, so they are stored here. */
let loaded: Promise<SimPackage> | null = null;

/** Loads the package. Throws when it has not left its classes behind. */
export const loadSimJs = (): Promise<SimPackage> => (loaded ??= lendWindow());

async function lendWindow(): Promise<SimPackage> {
  const world = globalThis as { window?: { Sim?: SimPackage } };
  const before = world.window;
  const lent: { Sim?: SimPackage } = {};
  world.window = lent;
  try {
    // A package without types, so to the compiler it is any module.
    await import('simjs' as string);
  } finally {
    if (before === undefined) delete world.window;
    else world.window = before;
  }
  if (!lent.Sim) throw new Error('SimJS was loaded, but its classes were not found.');
  return lent.Sim;
}
