// Ctrl-C, or a request to end: the first stops the work at the next replication, the second leaves at once.

export const INTERRUPTED = 130;

export interface Interrupt {
  asked: boolean;
  /** Gives Ctrl-C back to Node. */
  end(): void;
}

export function listenForInterrupt(quiet: boolean, onAsked?: () => void): Interrupt {
  const onInterrupt = () => {
    if (interrupt.asked) process.exit(INTERRUPTED);
    interrupt.asked = true;
    if (!quiet)
      process.stderr.write('\nStopping after the replications under way. Press Ctrl-C again to leave at once.\n');
    onAsked?.();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const interrupt: Interrupt = {
    asked: false,
    end: () => signals.forEach((signal) => process.off(signal, onInterrupt)),
  };
  for (const signal of signals) process.on(signal, onInterrupt);
  return interrupt;
}
