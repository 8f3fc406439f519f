// Where the focus goes when what had it is gone or can be pressed no more: to the nearest thing around it that is still there.
import { useEffect, type RefObject } from 'react';

/** Within `root`, things with a `tabindex` of -1 take the focus; where none is left around what had it, `otherwise` does. */
export function useFocusKept(root: RefObject<HTMLElement | null>, otherwise: () => HTMLElement | null): void {
  useEffect(() => {
    /** What had the focus last, and all around it, nearest first: later it may stand nowhere. */
    let around: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      const found: HTMLElement[] = [];
      for (let one = target as HTMLElement | null; one && one !== root.current; one = one.parentElement)
        found.push(one);
      around = found;
    };
    const look = () => {
      const [had] = around;
      if (!had || (had.isConnected && !had.matches(':disabled'))) return;
      const { activeElement } = document;
      // Whoever took it away may have seen to it.
      if (activeElement !== document.body && activeElement !== had) return;
      const next = around.find(
        (one) => one !== had && one.isConnected && one.tabIndex === -1 && one.hasAttribute('tabindex'),
      );
      around = [];
      (next ?? otherwise())?.focus();
    };
    /** Left by hand, for nothing in particular. */
    const forget = () => {
      const [had] = around;
      queueMicrotask(() => {
        if (had === around[0] && had?.isConnected && document.activeElement === document.body) around = [];
      });
    };
    const { current } = root;
    current!.addEventListener('focusin', remember);
    current!.addEventListener('focusout', forget);
    const observer = new MutationObserver(look);
    observer.observe(current!, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      current!.removeEventListener('focusin', remember);
      current!.removeEventListener('focusout', forget);
    };
  }, [root, otherwise]);
}
