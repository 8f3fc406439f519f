// The user's weekly numbers of what really happened: stored while the page is open, sent nowhere, read again at each change.
import { createStore } from 'zustand/vanilla';
import { readHistory, type HistoryRead } from '../shown/real-weeks-text.ts';

export interface HistoryState extends HistoryRead {
  readonly text: string;
  readonly note: string;
}

const nothing: HistoryState = { text: '', note: '', weeks: [], problem: '' };

export const history = createStore<HistoryState>(() => nothing);

export const giveHistory = (text: string): void => history.setState({ text, note: '', ...readHistory(text) });
