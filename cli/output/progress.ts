// The progress bar, on stderr and only when a person is watching.
import { asItIs } from './plain.ts';

export interface Bar {
  add(done: number): void;
  end(): void;
}

export async function progressBar(total: number, quiet: boolean, of = 'simulated periods'): Promise<Bar> {
  if (quiet || !process.stderr.isTTY || process.env.CI) return { add() {}, end() {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: `  {bar}  {value} of {total} ${of}, {eta_formatted} to go`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: asItIs(process.stderr),
    clearOnComplete: true,
    hideCursor: true,
    // We handle Ctrl-C ourselves; see interrupt.ts.
    gracefulExit: false,
  });
  bar.start(total, 0);
  return { add: (done) => bar.increment(done), end: () => bar.stop() };
}
