// Ctrl-C: the first asks the work to stop at the next replication, the second leaves at once.

export const INTERRUPTED = 130;

export interface Interrupt {
  asked: boolean;
  /** Gives Ctrl-C back to Node. */
  end(): void;
}

export function listenForInterrupt(quiet: boolean): Interrupt {
  const onInterrupt = () => {
    if (interrupt.asked) process.exit(INTERRUPTED);
    interrupt.asked = true;
    if (!quiet) process.stderr.write('\nStopping after the replications under way. Ctrl-C again leaves at once.\n');
  };
  const interrupt: Interrupt = { asked: false, end: () => void process.off('SIGINT', onInterrupt) };
  process.on('SIGINT', onInterrupt);
  return interrupt;
}
