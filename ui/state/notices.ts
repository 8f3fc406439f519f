// Notices until they are read: a file refused, a link used only in part, another model open.
import { createStore } from 'zustand/vanilla';

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** It is news, with what can be done about it. */
  readonly action?: { readonly label: string; readonly act: () => void };
}

export function createNotices() {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
  let lastId = 0;
  return {
    ...store,
    say(title: string, lines: readonly string[] = [], action?: Notice['action']): void {
      // The same thing said twice is one notice, news takes the place of older news, and nobody reads more than three.
      const isOld = (notice: Notice) => notice.title === title || (action !== undefined && notice.action !== undefined);
      const others = store.getState().notices.filter((notice) => !isOld(notice));
      store.setState({ notices: [...others, { id: ++lastId, title, lines, action }].slice(-3) });
    },
    /** It is not news for ever. */
    forgetNews(): void {
      store.setState({ notices: store.getState().notices.filter(({ action }) => action === undefined) });
    },
    dismiss(id: number): void {
      store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) });
    },
  };
}

export const notices = createNotices();
