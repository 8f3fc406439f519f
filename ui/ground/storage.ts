// The storage of this browser. It may be denied altogether, as for a page from a disk; then there is none.

export function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}
