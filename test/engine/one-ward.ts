// A model of one ward, made for a test from the few numbers that matter to it.
import { compile, sayProblem, validate, type Program } from '../../engine/index.ts';

export interface OneWard {
  readonly ward: Record<string, unknown>;
  readonly people: Record<string, unknown>;
  readonly calendar: { warmUpDays: number; runDays: number; lookAtDays?: number[] };
  /** Stations besides the ward and the way home. */
  readonly also?: Record<string, unknown>;
  readonly changes?: readonly unknown[];
}

/** Starts on a Monday; dated changes, if given, hold. */
export function wardProgram({ ward, people, calendar, also, changes }: OneWard): Program {
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'one-ward',
    title: 'One ward',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', ...calendar },
    experiment: { replications: 1, seed: 1 },
    needs: { care: { label: 'Care', goesTo: 'ward' } },
    streams: { people: { label: 'People', shares: { care: 1 }, ...people } },
    stations: {
      ward: { kind: 'ward', label: 'Ward', next: [{ to: 'home' }], ...ward },
      home: { kind: 'exit', label: 'Home' },
      ...also,
    },
    ...(changes && { options: [{ id: 'dated', title: 'Dated', changes }] }),
  });
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return compile(model, { option: changes ? 'dated' : 'today' });
}

export const exponential = (meanDays: number) => ({ shape: 'exponential', meanDays });
export const fixed = (days: number) => ({ shape: 'fixed', days });
