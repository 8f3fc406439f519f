// Notices a worker that is silent while work is due. It counts ticks, not hours: a sleeping laptop has none.

const TICK_MILLISECONDS = 1000;
/** Silence of a worker that has been heard before. */
export const PATIENCE_SECONDS = 20;
/** Of one that is still being fetched, maybe over a slow line. */
export const FETCH_SECONDS = 60;

export interface Watchdog {
  /** Something was heard: of what is due, or that it is there. */
  heard(): void;
  /** Something was asked; the silence counts from here if nothing was due before. */
  asked(): void;
  end(): void;
}

/** `isDue` says whether anything is still owed; `silent` is called once. */
export function watch(isDue: () => boolean, silent: () => void): Watchdog {
  let ticks = 0;
  let hasSpoken = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const tick = () => {
    if (!isDue()) return stop();
    if (++ticks < (hasSpoken ? PATIENCE_SECONDS : FETCH_SECONDS)) return;
    stop();
    silent();
  };
  return {
    heard() {
      hasSpoken = true;
      ticks = 0;
    },
    asked() {
      if (timer !== undefined) return;
      ticks = 0;
      timer = setInterval(tick, TICK_MILLISECONDS);
    },
    end: stop,
  };
}
