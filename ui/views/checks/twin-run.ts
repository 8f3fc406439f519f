// One comparison with the second engine: a press begins it, it reports model by model, a press ends it.
import { createStore } from 'zustand/vanilla';
import { ownWorker } from '../../ground/own-script.ts';
import { FIRST_MODEL } from '../../model/first-model.ts';
import { isShipped, textOfModel } from '../../model/shipped-models.ts';
import { modelInLink } from '../../address/link.ts';
import { route } from '../../address/route.ts';
import { requestOf } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { TODAY } from '../../model/values.ts';
import type { OpenModel, OpenRow, TwinReply, TwinRequest, TwinRow } from '../../worker/twin-protocol.ts';
import type { Asked } from './asked.ts';

/** As much of a Worker as a comparison uses, so that a test can stand in for one. */
export interface TwinWorker {
  postMessage(message: TwinRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<TwinReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface TitledRow extends TwinRow {
  readonly title: string;
}

export interface TwinRun {
  readonly status: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  readonly asked: Pick<Asked, 'seed' | 'only'> | undefined;
  /** How many models there are to compare, and what came of them. */
  readonly models: number;
  readonly open: OpenRow | undefined;
  readonly rows: readonly TitledRow[];
  readonly message: string;
}

const startWorker = (): TwinWorker =>
  ownWorker(new URL('../../worker/twin-worker.ts', import.meta.url)) as unknown as TwinWorker;

export function createTwinRun(
  start: () => TwinWorker = startWorker,
  openModel: () => Promise<OpenModel> = modelInExplore,
) {
  const nothing = { asked: undefined, models: 0, open: undefined, rows: [], message: '' };
  const store = createStore<TwinRun>(() => ({ status: 'waiting', ...nothing }));
  const { getState, setState } = store;
  let worker: TwinWorker | undefined;
  /** Tells one press from the next while a model is fetched. */
  let press = 0;

  const end = (status: TwinRun['status'], message = '') => {
    press++;
    worker?.terminate();
    worker = undefined;
    setState({ status, message });
  };

  function hear(reply: TwinReply): void {
    if (reply.type === 'begun') setState({ models: reply.models });
    else if (reply.type === 'open') setState({ open: reply.row });
    else if (reply.type === 'check') setState({ rows: [...getState().rows, { ...reply.row, title: reply.title }] });
    else if (reply.type === 'done') end('done');
    else end('failed', reply.message);
  }

  return {
    ...store,

    async begin({ seed, only }: Pick<Asked, 'seed' | 'only'>): Promise<void> {
      if (getState().status === 'running') return;
      setState({ ...nothing, status: 'running', asked: { seed, only } });
      const mine = ++press;
      try {
        const open = await openModel();
        if (mine !== press) return;
        worker = start();
        worker.onmessage = ({ data }) => hear(data);
        worker.onerror = (event) => {
          event.preventDefault?.();
          end('failed', event.message || 'The worker crashed.');
        };
        worker.postMessage({ open, only, seed });
      } catch (error) {
        if (mine === press) end('failed', String(error));
      }
    },

    stop(): void {
      if (getState().status === 'running') end('stopped');
    },

    /** For the saved document: only when all of what it asks for has been compared. */
    rowsFor({ seed, only }: Pick<Asked, 'seed' | 'only'>): TwinRow[] | undefined {
      const { status, asked, rows } = getState();
      if (status !== 'done' || asked?.seed !== seed || String(asked.only) !== String(only)) return undefined;
      return rows.map(asSaved);
    },
  };
}

/** With the keys of the terminal, in its order. */
const asSaved = ({ id, verdict, patients, times, equal, ties, unsupported, firstDifference }: TitledRow): TwinRow => ({
  id,
  verdict,
  patients,
  times,
  equal,
  ties,
  unsupported,
  firstDifference,
});

/** As it is open in Explore; before that, the one Explore would open, today. */
async function modelInExplore(): Promise<OpenModel> {
  const { model, present } = settings.getState();
  if (model) return { model, run: requestOf(present), seed: present.seed };
  const asked = modelInLink(route.getState().modelHash);
  return {
    model: await textOfModel(asked !== undefined && isShipped(asked) ? asked : FIRST_MODEL),
    run: { option: TODAY },
  };
}

export const twinRun = createTwinRun();
