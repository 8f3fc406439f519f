// The model that was open before this one, with all its settings, and the way back to it.
import { createStore } from 'zustand/vanilla';

export interface Left {
  readonly title: string;
  readonly goBack: () => void;
}

export const left = createStore<{ readonly last: Left | undefined }>(() => ({ last: undefined }));
