// Long because requesting, storing and summing up share one state. The numbers: values per option and replication as they come, and the summaries made of them a few times a second.
import { createStore } from 'zustand/vanilla';
import {
  differences,
  hasAverages,
  placeOfMean,
  summarise,
  TO_SEE_WHETHER_IT_SETTLES,
  type Model,
  type Problem,
  type RunRequest,
  type Settling,
  withAverages,
} from '../../engine/index.ts';
import type { Pool } from '../worker/client.ts';
import type { Reading } from '../worker/protocol.ts';
import { TODAY } from '../model/values.ts';
import { book, createBook, type Book } from './book.ts';
import { createJudge } from './judging.ts';
import { requestOf, todayUnder, type Settings } from '../model/asked.ts';
import { FEWEST_SHOWN, FIRST_REPLICATION, fingerprintOf, type Shown, type Year } from '../model/shown.ts';

export interface ResultsState {
  readonly status: 'starting' | 'sharpening' | 'done' | 'failed' | 'refused';
  readonly asked: number;
  readonly shown: Shown | undefined;
  /** The numbers belong to the settings before the last move; new ones are on their way. */
  readonly isForPrevious: boolean;
  readonly message: string;
  readonly problems: readonly Problem[];
  /** What the document alone says, under today and under the option being edited. */
  readonly readings: { readonly today?: Reading; readonly option?: Reading };
}

/** Pause between summaries, so that the sliders stay smooth. */
const PAUSE_MILLISECONDS = 50;

interface Job {
  readonly fingerprint: string;
  readonly replications: number;
  readonly cancel: () => void;
}

export function createResults(book: Book = createBook()) {
  const store = createStore<ResultsState>(() => ({
    status: 'starting',
    asked: 0,
    shown: undefined,
    isForPrevious: false,
    message: '',
    problems: [],
    readings: {},
  }));
  const { getState, setState } = store;

  let pool: Pool | undefined;
  let model: Model | undefined;
  let wanted: Settings | undefined;
  /** Of the option that stood beside today when today was first asked for. */
  let first = '';
  const judge = createJudge(book);
  let jobs: Job[] = [];
  let waiting: Settings | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSummary = 0;

  const prints = (s: Settings) => ({
    today: fingerprintOf(todayUnder(s), s.seed),
    option: fingerprintOf(requestOf(s), s.seed),
  });
  const numbersAsked = (s: Settings) => Array.from({ length: s.replications }, (_, i) => FIRST_REPLICATION + i);

  function pairsOf(s: Settings): { base: Float64Array[]; edited: Float64Array[] } {
    const { today, option } = prints(s);
    const [all, changed] = [book.years(today), book.years(option)];
    const both = numbersAsked(s).filter((r) => all.has(r) && changed.has(r));
    return { base: both.map((r) => all.get(r)!), edited: both.map((r) => changed.get(r)!) };
  }

  /** Today's own years go on, unless more or fewer of them are asked for now. */
  function stop(keepToday?: string, replications?: number): void {
    jobs = jobs.filter((job) => {
      if (job.fingerprint === keepToday && job.replications === replications) return true;
      job.cancel();
      return false;
    });
  }

  /** Asks for what these settings need and is not known yet. */
  function run(next: Settings): void {
    if (!pool || !model) return;
    const running = wanted && jobs.find((job) => job.fingerprint === prints(wanted!).option);
    const isYoung = running && book.years(running.fingerprint).size < FEWEST_SHOWN;
    // A thumb on a slider moves faster than answers come: let one answer through before asking the next question.
    if (isYoung && running.fingerprint !== prints(next).option && getState().status !== 'failed') {
      waiting = next;
      setState({ isForPrevious: true });
      return;
    }
    waiting = undefined;
    const { today, option } = prints(next);
    if (!wanted || prints(wanted).today !== today) first = option;
    wanted = next;
    stop(today, next.replications);
    askFor(today, todayUnder(next), next);
    if (option !== today) askFor(option, requestOf(next), next);
    const isForPrevious = getState().shown !== undefined && getState().shown?.fingerprint !== option;
    setState({ status: 'sharpening', asked: next.replications, problems: [], message: '', isForPrevious });
    summariseNow(); // what has come before is on the screen without a moment of anything else
  }

  function askFor(fingerprint: string, request: RunRequest, s: Settings): void {
    const values = book.years(fingerprint);
    const { today, option } = prints(s);
    const toJudge = { model: model!, run: request, print: fingerprint, replications: s.replications };
    const isToBeJudged = fingerprint === today || fingerprint === first;
    const replications = numbersAsked(s).filter((r) => !values.has(r) || (isToBeJudged && judge.lacks(toJudge, r)));
    const isSettled = () => judge.ask(pool!, toJudge, summariseNow);
    // Asked for in pieces, but to be finished and held as a whole.
    const altogether = s.replications * (option === today ? 1 : 2);
    if (jobs.some((job) => job.fingerprint === fingerprint)) return;
    if (replications.length === 0) return void isSettled();
    const forget = () => void (jobs = jobs.filter((job) => job.fingerprint !== fingerprint));
    const cancel = pool!.replicate(
      {
        type: 'replicate',
        model: model!,
        run: request,
        seed: s.seed,
        replications,
        altogether,
        ...(isToBeJudged && { byWeekBelow: TO_SEE_WHETHER_IT_SETTLES }),
      },
      {
        reply(reply) {
          if (reply.type === 'keys') book.setKeys(reply.keys);
          if (reply.type === 'chunk') {
            values.set(reply.replication, reply.values);
            if (reply.weeks && judge.heard(toJudge, reply.replication, reply.weeks)) void isSettled();
            const isFirst = isAwaited() && pairsOf(wanted!).base.length >= FEWEST_SHOWN;
            if (isFirst) summariseNow(); // before the map, whose new run may be next in line
            else summariseSoon();
            if (isFirst && waiting) run(waiting);
          }
          if (reply.type === 'refused') {
            forget();
            stopWith({ status: 'refused', problems: reply.problems });
          }
        },
        done() {
          forget();
          summariseSoon();
          void isSettled();
        },
        failed(message) {
          forget();
          stopWith({ status: 'failed', message });
        },
      },
    );
    jobs.push({ fingerprint, replications: s.replications, cancel });
  }
  function stopWith(state: Partial<ResultsState>): void {
    stop();
    if (waiting) return run(waiting);
    setState(state);
  }

  /** Nothing of what was last asked for is on the screen yet. */
  const isAwaited = () => getState().isForPrevious || getState().shown === undefined;

  function summariseSoon(): void {
    if (timer !== undefined) return;
    const pause = isAwaited() ? 0 : Math.max(0, lastSummary + PAUSE_MILLISECONDS - performance.now());
    timer = setTimeout(summariseNow, pause);
  }

  function summariseNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!wanted) return;
    const { base, edited } = pairsOf(wanted);
    if (base.length < Math.min(FEWEST_SHOWN, wanted.replications)) return;
    const isDone = base.length === wanted.replications;
    const id = wanted.option;
    const keys = [...book.keys()];
    const { replications } = wanted;
    const { today, option } = prints(wanted);
    const [ofToday, ofOption] = [today, option].map((print) => judge.verdict({ print, replications }));
    // Later moves have their number at once: it is known by then whether today settles.
    const awaited = option === first ? [today, option] : [today];
    const isJudged = awaited.every((print) => judge.isJudged({ print, replications }));
    const shown: Shown = {
      fingerprint: option,
      settings: wanted,
      replications: base.length,
      today: withAverages(summarise(TODAY, keys, base), ofToday),
      option: withAverages(summarise(id, keys, edited), ofOption),
      differences: isJudged ? withAverages(differences(id, TODAY, keys, edited, base), ofOption, ofToday) : [],
      isUnjudged: !isJudged,
    };
    const wasStopped = ['failed', 'refused'].includes(getState().status);
    setState({
      shown,
      isForPrevious: waiting !== undefined,
      ...(wasStopped ? {} : { status: isDone && isJudged ? 'done' : 'sharpening' }),
    });
    lastSummary = performance.now();
  }

  return {
    ...store,

    connect(workers: Pool): void {
      pool = workers;
    },

    /** Another model: nothing computed before says anything about it. */
    open(next: Model): void {
      stop();
      model = next;
      book.open(next);
      wanted = waiting = undefined;
      setState({ status: 'starting', shown: undefined, isForPrevious: false, problems: [], message: '', readings: {} });
    },

    run,

    /** What is on the screen, and today, have been judged: of what does not settle, no view is handed an average. */
    judged(...found: readonly (Settling | undefined)[]): void {
      if (found.some((one) => one && !hasAverages(one))) summariseNow();
    },

    retry(): void {
      if (wanted) run(wanted);
    },

    /** A mean of each simulated year of today that has come, under the conditions of these settings. */
    yearsOfToday(of: Settings, station: string, measure: string): Year[] {
      const at = placeOfMean(book.keys(), station, measure);
      const years = at < 0 ? undefined : book.years(prints(of).today);
      return [...(years ?? [])].map(([replication, values]) => ({ replication, value: values[at] }));
    },

    fail: (message: string): void => stopWith({ status: 'failed', message }),

    setReading(of: 'today' | 'option', reading: Reading): void {
      setState({ readings: { ...getState().readings, [of]: reading } });
    },
  };
}

export const results = createResults(book);
