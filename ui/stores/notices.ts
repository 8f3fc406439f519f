// What went wrong, in words, until somebody has read it: a file refused, a link only partly used.
import { createStore } from 'zustand/vanilla';

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly lines: readonly string[];
}

export function createNotices() {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
  let lastId = 0;
  return {
    ...store,
    say(title: string, lines: readonly string[] = []): void {
      // The same thing said twice is one notice, and nobody reads more than three.
      const others = store.getState().notices.filter((notice) => notice.title !== title);
      store.setState({ notices: [...others, { id: ++lastId, title, lines }].slice(-3) });
    },
    dismiss(id: number): void {
      store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) });
    },
  };
}

export const notices = createNotices();
