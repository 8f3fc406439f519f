// A plan beside the model with the plan in it, month by month: what was expected, and what the simulation finds.
import { useEffect, useRef, useState } from 'react';
import type { Cell, Model, PlannedMonth } from '../../../engine/index.ts';
import { Table } from '../../parts/table/data-table.tsx';
import type { DataTable } from '../../parts/table/table.ts';
import { askOfFile } from '../../session/own-files.ts';
import { Sideways } from './sideways.tsx';

interface Props {
  readonly model: Model;
  readonly months: readonly PlannedMonth[];
  /** What the capacity of the plan counts. */
  readonly capacityIn: CapacityIn;
}

/** Enough to see which months are short. */
const REPLICATIONS = 20;

interface Found {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function BesidePlan({ model, months, capacityIn }: Props) {
  const { found, done, problem, start, stop } = useBeside(model, months);
  return (
    <div data-beside-plan={found ? 'done' : done === undefined ? 'no' : 'at work'}>
      <p className="bring-into">
        <button type="button" onClick={start} disabled={done !== undefined}>
          Show what the model needs and has each month
        </button>
        {done !== undefined && (
          <>
            <progress value={done} aria-label="Simulated periods done" />
            <button type="button" onClick={stop}>
              Stop
            </button>
          </>
        )}
        <output>{problem}</output>
      </p>
      {found && (
        <Sideways>
          <Table table={tableOf(found, capacityIn)} modelId={model.id} />
        </Sideways>
      )}
      {found && (
        <p className="small">
          Averages over {REPLICATIONS} simulated periods of the model with the plan. The model’s demand counts people
          who come from other services too. Compare a month’s demand with the people its capacity can take; people who
          wait are carried into the next. Days each: how long one person holds a place.
          {capacityIn === 'people' && (
            <>
              {' '}
              The model’s capacity can differ from the plan’s. The plan became whole places by the mean stay above; in
              the model a person can hold a place for longer, because a wait before can lengthen a stay, or because the
              next service is full. Then the same places take fewer people a month.
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** Of what is on the screen: another plan or model needs another press. */
function useBeside(model: Model, months: readonly PlannedMonth[]) {
  const [state, setState] = useState<{ of: string; found?: Found; done?: number; problem?: string }>();
  const halt = useRef<AbortController>(undefined);
  useEffect(() => () => halt.current?.abort(), []);
  const of = JSON.stringify([months, model.calendar, model.stations, model.streams, model.options]);
  const start = () => {
    halt.current?.abort();
    const { signal } = (halt.current = new AbortController());
    const set = (next: Omit<NonNullable<typeof state>, 'of'>) => {
      if (!signal.aborted) setState({ of, ...next });
    };
    set({ done: 0 });
    askOfFile({ type: 'beside-plan', model, months, replications: REPLICATIONS }, signal, (done) => set({ done })).then(
      (reply) => set(reply.type === 'beside-plan' ? { found: reply } : { problem: 'It could not be simulated.' }),
      (error) =>
        set({ problem: `It could not be simulated: ${error instanceof Error ? error.message : String(error)}` }),
    );
  };
  const stop = () => {
    halt.current?.abort();
    setState(undefined);
  };
  const { found, done, problem = '' } = state?.of === of ? state : {};
  return { found, done, problem, start, stop };
}

type CapacityIn = 'people' | 'places';

/** The capacity of the plan stands beside what counts the same in the model. */
const shownBy: Readonly<Record<CapacityIn, readonly (readonly [string, string])[]>> = {
  people: [
    ['plannedDemand', 'Demand, plan'],
    ['modelDemand', 'Demand, model'],
    ['plannedCapacity', 'Capacity, plan'],
    ['modelCapacity', 'Capacity, model'],
    ['places', 'Places, model'],
    ['daysEach', 'Days each, model'],
    ['waiting', 'Waiting at its end, model'],
  ],
  places: [
    ['plannedDemand', 'Demand, plan'],
    ['modelDemand', 'Demand, model'],
    ['plannedCapacity', 'Places, plan'],
    ['places', 'Places, model'],
    ['daysEach', 'Days each, model'],
    ['modelCapacity', 'People they can take, model'],
    ['waiting', 'Waiting at its end, model'],
  ],
};

function tableOf({ columns, rows }: Found, capacityIn: CapacityIn): DataTable {
  const shown = shownBy[capacityIn];
  const at = (name: string) => columns.indexOf(name);
  return {
    id: 'beside-plan',
    caption: 'The plan beside the model',
    columns: [
      { key: 'service', title: 'Service' },
      { key: 'month', title: 'Month' },
      ...shown.map(([key, title]) => ({ key, title, isNumber: true })),
    ],
    rows: byService(rows, at('station')).map((row) => ({
      key: `${row[at('station')]} ${row[at('month')]}`,
      cells: {
        service: { value: row[at('service')] },
        // Its two parts stay on one line.
        month: { value: row[at('month')], shown: String(row[at('month')]).replace('-', '\u2011') },
        ...Object.fromEntries(shown.map(([key]) => [key, cellOf(row[at(key)])])),
      },
    })),
  };
}

const cellOf = (value: Cell) =>
  typeof value === 'number' ? { value, shown: String(Number(value.toFixed(1))) } : { value: null };

/** The months of one service below each other. */
function byService(rows: Found['rows'], station: number): Found['rows'] {
  const services = [...new Set(rows.map((row) => row[station]))];
  return services.flatMap((service) => rows.filter((row) => row[station] === service));
}
