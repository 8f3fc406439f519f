// Plausible worlds of options beside today: requested one option after the other, kept as far as they have come, given up at every move.
import { createStore } from 'zustand/vanilla';
import { sayProblem, type Model, type RunRequest } from '../../engine/index.ts';
import { FIRST_REPLICATION, fingerprintOf } from '../model/shown.ts';
import { subjectOf } from '../model/values.ts';
import type { WorldsCome } from '../shown/worlds-told.ts';
import type { Pool } from '../worker/client.ts';

/** As many as `onward worlds` takes, with as many replications of both options in each. */
export const WORLDS = 200;
export const REPLICATIONS_OF_A_WORLD = 4;

export interface WorldsAsked {
  readonly model: Model;
  readonly baseline: RunRequest;
  readonly run: RunRequest;
  readonly seed: number;
}

export interface WorldsFound extends WorldsCome {
  /** `long`: they take long, and nobody has asked for them yet. */
  readonly status: 'waiting' | 'running' | 'long' | 'stopped' | 'done' | 'failed' | 'refused';
  /** Why it stopped, in a sentence. */
  readonly message: string;
}

/** What has come is shown a few times a second, so that the sliders stay smooth. */
const PAUSE_MILLISECONDS = 250;
const MOST_KEPT = 24;

const nothing: WorldsFound = { status: 'waiting', drawn: undefined, readings: [], judged: [], message: '' };

const printOf = ({ baseline, run, seed }: WorldsAsked): string =>
  `${fingerprintOf(baseline, seed)} ${fingerprintOf(run, seed)}`;

export function createWorlds() {
  const store = createStore<{ readonly found: ReadonlyMap<string, WorldsFound> }>(() => ({ found: new Map() }));
  const { getState, setState } = store;
  let pool: Pool | undefined;
  let model: Model | undefined;
  let followed: readonly WorldsAsked[] = [];
  let held: readonly WorldsAsked[] = [];
  /** Somebody has asked for those of this model, however long they take. */
  let mayTakeLong = false;
  let cancel: (() => void) | undefined;

  const of = (asked: WorldsAsked): WorldsFound =>
    (asked.model === model && getState().found.get(printOf(asked))) || nothing;

  function tell(asked: WorldsAsked, news: Partial<WorldsFound>): void {
    const print = printOf(asked);
    const found = new Map(getState().found);
    const now = { ...of(asked), ...news };
    found.delete(print);
    found.set(print, now);
    if (found.size > MOST_KEPT) found.delete(found.keys().next().value!);
    setState({ found });
  }

  /** Of another model nothing that came before says anything. */
  function open({ model: next }: WorldsAsked): void {
    if (next === model) return;
    [model, mayTakeLong] = [next, false];
    setState({ found: new Map() });
  }

  function giveUp(): void {
    cancel?.();
    cancel = undefined;
  }

  /** The first of those wanted that is neither finished nor stopped. */
  function goOn(): void {
    giveUp();
    const next = [...followed, ...held].find((asked) => ['waiting', 'running'].includes(of(asked).status));
    if (next && pool) cancel = ask(pool, next);
  }

  function ask(workers: Pool, asked: WorldsAsked): () => void {
    const judged = new Map(of(asked).judged.map((world) => [world.number, world]));
    const missing = Array.from({ length: WORLDS }, (_, number) => number).filter((number) => !judged.has(number));
    const inOrder = () => [...judged.values()].toSorted((a, b) => a.number - b.number);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sayHowFar = () => {
      timer = undefined;
      tell(asked, { status: 'running', judged: inOrder() });
    };
    const end = (status: WorldsFound['status'], message = '') => {
      clearTimeout(timer);
      tell(asked, { status, judged: inOrder(), message });
      goOn();
    };
    const { station, measure } = subjectOf(asked.model);
    const replications = Array.from({ length: REPLICATIONS_OF_A_WORLD }, (_, at) => FIRST_REPLICATION + at);
    const stop = workers.ask(
      { type: 'worlds', ...asked, replications, worlds: WORLDS, wanted: missing, station, measure, mayTakeLong },
      {
        reply(reply) {
          if (reply.type === 'drawn') tell(asked, { status: 'running', drawn: reply.drawn });
          if (reply.type === 'readings') tell(asked, { readings: reply.readings });
          if (reply.type === 'refused') end('refused', reply.problems.map(sayProblem).join(' '));
          if (reply.type !== 'world') return;
          judged.set(reply.world.number, reply.world);
          timer ??= setTimeout(sayHowFar, PAUSE_MILLISECONDS);
        },
        done: () => end(judged.size < WORLDS && of(asked).drawn?.isLong ? 'long' : 'done'),
        failed: (message) => end('failed', message),
      },
      1, // the map's worker is the other one
    );
    return () => {
      stop();
      clearTimeout(timer);
      if (judged.size > of(asked).judged.length) tell(asked, { judged: inOrder() });
    };
  }

  return {
    ...store,
    connect: (workers: Pool): void => void (pool = workers),

    /** These are wanted now, and nothing else: what is under way for others is given up, and taken up where it was left. */
    follow(next: readonly WorldsAsked[]): void {
      if (next.length === followed.length && next.every((one, at) => sameAs(one, followed[at]))) return;
      giveUp();
      followed = next;
      if (next[0]) open(next[0]);
      goOn();
    },

    /** Wanted as well, by somebody who waits for it; the returned function takes that back. */
    hold(asked: WorldsAsked): () => void {
      open(asked);
      held = [...held, asked];
      if (!cancel) goOn();
      return () => {
        held = held.filter((one) => one !== asked);
        goOn();
      };
    },

    of,

    /** Somebody has seen enough; it stays so until they ask to go on. */
    stop(asked: WorldsAsked): void {
      giveUp();
      tell(asked, { status: 'stopped' });
      goOn();
    },
    goOn(asked: WorldsAsked): void {
      mayTakeLong = true;
      tell(asked, { status: 'waiting', message: '' });
      goOn();
    },
  };
}

const sameAs = (a: WorldsAsked, b: WorldsAsked | undefined): boolean =>
  b !== undefined && a.model === b.model && printOf(a) === printOf(b);

export const worlds = createWorlds();
