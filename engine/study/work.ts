// Work: one message protocol for Web Workers and worker threads; the host runs it one step at a time.
import type { RunRequest } from '../model/option.ts';
import type { Model } from '../model/document.ts';
import type { Network } from '../network/network.ts';
import { estimate } from './estimate.ts';
import { programOf, type Compiler } from './kept-programs.ts';
import { gatesOf, type GateOutline } from '../network/gate-outline.ts';
import { Refusal, type Problem } from '../ground/problem.ts';
import type { MayGoOn } from '../run/native.ts';
import { replicateInParts, watchInParts } from './in-parts.ts';
import { rowKeys, type RowKey } from './replication.ts';
import type { Trace, WatchedPeople } from '../trace/trace.ts';
import type { Twin, TwinReport } from '../twin/twin.ts';

export type WorkRequest =
  | {
      type: 'replicate';
      id: number;
      model: Model;
      run: RunRequest;
      seed: number;
      replications: readonly number[];
      /** Replications of the whole question this is a piece of, all options together; without it, those of the piece. */
      altogether?: number;
      /** Replications numbered below this come with their weeks, from which `judgeSettling` judges the run. */
      byWeekBelow?: number;
    }
  | { type: 'watch'; id: number; model: Model; run: RunRequest; seed: number; replication: number }
  /** For the second engine, which the host loads first and hands over: `work(request, compile, await loadTwin())`. One long step. */
  | { type: 'twin'; id: number; model: Model; run: RunRequest; seed: number; replication: number };

/** What a page needs of a network to draw a watched run. */
export type NetworkOutline = Pick<
  Network,
  'stationIds' | 'needIds' | 'streamIds' | 'places' | 'isExit' | 'keepsPlace' | 'warmUpDays' | 'runDays' | 'startDate'
>;

export type WorkReply =
  | { type: 'keys'; id: number; keys: RowKey[] }
  | { type: 'chunk'; id: number; replication: number; values: Float64Array; weeks?: Float64Array }
  | {
      type: 'watched';
      id: number;
      trace: Trace;
      people: WatchedPeople;
      values: Float64Array;
      keys: RowKey[];
      network: NetworkOutline;
      gates: GateOutline;
    }
  | { type: 'compared'; id: number; report: TwinReport }
  | { type: 'done'; id: number }
  | { type: 'refused'; id: number; problems: Problem[] };

/**
 * One step a reply, and a step with none (`undefined`) a part of a long replication, so that its host can look for a cancel in between;
 * `mayGoOn` is asked within a step. Refusals come as replies, never as throws.
 */
export function* work(
  request: WorkRequest,
  compile: Compiler,
  twin: Twin | null = null,
  mayGoOn: MayGoOn | null = null,
): Generator<WorkReply | undefined, void> {
  const { id } = request;
  try {
    const program = programOf(request.model, request.run, compile);
    yield;
    const isToReplicate = request.type === 'replicate';
    const asked = isToReplicate ? (request.altogether ?? request.replications.length) : 1;
    const byWeekBelow = isToReplicate ? (request.byWeekBelow ?? 0) : 0;
    const byWeek = isToReplicate ? request.replications.filter((one) => one < byWeekBelow).length : 0;
    const { refusal } = estimate(program, asked, { watched: !isToReplicate, byWeek });
    if (refusal) {
      yield { type: 'refused', id, problems: [refusal] };
      return;
    }
    if (request.type === 'twin') {
      if (twin === null) throw new Error('The second engine is not loaded.');
      yield { type: 'compared', id, report: twin.compare(program, request.seed, request.replication) };
      yield { type: 'done', id };
      return;
    }
    const keys = rowKeys(program);
    if (request.type === 'watch') {
      const { stationIds, needIds, streamIds, places, isExit, keepsPlace, warmUpDays, runDays, startDate } =
        program.network;
      const network = { stationIds, needIds, streamIds, places, isExit, keepsPlace, warmUpDays, runDays, startDate };
      const watched = yield* watchInParts(program, request.seed, request.replication, mayGoOn);
      yield { type: 'watched', id, keys, network, gates: gatesOf(program), ...watched };
    } else {
      yield { type: 'keys', id, keys };
      for (const replication of request.replications) {
        const isByWeek = replication < byWeekBelow;
        const replicated = yield* replicateInParts(program, request.seed, replication, isByWeek, mayGoOn);
        yield { type: 'chunk', id, replication, ...replicated };
      }
    }
    yield { type: 'done', id };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    yield { type: 'refused', id, problems: [...problem.problems] };
  }
}
