// The drawing: a document in the making with the steps before and after it, what the engine says of it, and the last one that was sound.
import { createStore } from 'zustand/vanilla';
import type { Draft } from '../model/draft/draft.ts';
import { isThere } from '../model/draft/routes.ts';
import type { Drafted, Palette } from '../worker/drafted.ts';

export interface DraftState {
  readonly draft: Draft | undefined;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** A service, a stream or a need by its path, or a route; nothing: the model itself. */
  readonly selected: string | undefined;
  /** What was done last, in a sentence. */
  readonly said: string;
  /** The engine's word on the drawing as it is, or as it was a moment ago. */
  readonly judged: Drafted | undefined;
  readonly judgedDraft: Draft | undefined;
  /** The last sound one: it is what runs. */
  readonly sound: Draft | undefined;
  readonly palette: Palette | undefined;
}

const nothing: DraftState = {
  draft: undefined,
  past: [],
  future: [],
  selected: undefined,
  said: '',
  judged: undefined,
  judgedDraft: undefined,
  sound: undefined,
  palette: undefined,
};

export function createDrawing() {
  const store = createStore<DraftState>(() => nothing);
  const { getState, setState } = store;
  const kept = (draft: Draft, selected: string | undefined) =>
    selected !== undefined && isThere(draft, selected) ? selected : undefined;

  return {
    ...store,

    /** Another drawing, which may be what runs already. One that was not complete is a step back. */
    begin(draft: Draft, isSound: boolean): void {
      const { palette, draft: before, sound } = getState();
      const past = before !== undefined && before !== sound ? [before] : [];
      setState({ ...nothing, palette, past, draft, sound: isSound ? draft : undefined });
    },

    /** One step to undo; nothing where nothing has changed. */
    edit(next: Draft, said: string, select: string | undefined = getState().selected): void {
      const { draft, past } = getState();
      if (draft === undefined) return;
      const selected = kept(next, select);
      if (next === draft) setState({ said, selected });
      else setState({ draft: next, past: [...past, draft], future: [], said, selected });
    },

    select(selected: string | undefined): void {
      setState({ selected });
    },

    undo(): void {
      const { draft, past, future, selected } = getState();
      const before = past.at(-1);
      if (draft === undefined || before === undefined) return;
      const steps = { past: past.slice(0, -1), future: [draft, ...future] };
      setState({ ...steps, draft: before, selected: kept(before, selected), said: 'Undone.' });
    },

    redo(): void {
      const { draft, past, future, selected } = getState();
      const [next, ...rest] = future;
      if (draft === undefined || next === undefined) return;
      setState({
        past: [...past, draft],
        future: rest,
        draft: next,
        selected: kept(next, selected),
        said: 'Done again.',
      });
    },

    /** The engine has judged a drawing; of one that has changed since, only the last word counts. */
    judge(judgedDraft: Draft, judged: Drafted): void {
      const { draft, sound } = getState();
      if (judgedDraft !== draft) return;
      setState({ judged, judgedDraft, sound: judged.model ? judgedDraft : sound });
    },

    offer(palette: Palette): void {
      setState({ palette });
    },
  };
}

export const drawn = createDrawing();
