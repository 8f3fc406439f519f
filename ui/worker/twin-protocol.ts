// Messages between the page and the second engine's worker: one replication of each model in both engines.
import type { Model, RunRequest, TwinReport } from '../../engine/index.ts';

/** As `onward verify --json` has it under secondEngine. */
export interface TwinRow extends Pick<TwinReport, 'verdict' | 'patients' | 'times' | 'equal' | 'ties' | 'unsupported'> {
  /** The group of figures whose model it is. */
  readonly id: string;
  readonly firstDifference: string | null;
}

/** The model open in Explore, as it is open there; as text where nobody has opened one yet. */
export interface OpenModel {
  readonly model: Model | string;
  readonly run: RunRequest;
  /** The model's own where it is not given. */
  readonly seed?: number;
}

export interface TwinRequest {
  readonly open: OpenModel;
  /** Groups or figures by id; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly seed: number;
}

export interface OpenRow extends TwinRow {
  readonly title: string;
  readonly option: string;
}

export type TwinReply =
  | { readonly type: 'begun'; readonly models: number }
  /** The open model comes first. */
  | { readonly type: 'open'; readonly row: OpenRow }
  | { readonly type: 'check'; readonly row: TwinRow; readonly title: string }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };
