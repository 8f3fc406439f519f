// A view fetched when it is first looked at, so that a first visit to another does not pay for it.
import { useEffect, useState, type ComponentType } from 'react';

export interface ViewProps {
  /** What follows the view's name in its address: `rule-4` of #/method/rule-4. */
  readonly section?: string;
}

interface LazyViewProps extends ViewProps {
  readonly load: () => Promise<ComponentType<ViewProps>>;
}

export function LazyView({ load, section }: LazyViewProps) {
  const [found, setFound] = useState<{ readonly View?: ComponentType<ViewProps>; readonly failed?: boolean }>({});
  useEffect(() => {
    let isWanted = true;
    load().then(
      (View) => isWanted && setFound({ View }),
      () => isWanted && setFound({ failed: true }),
    );
    return () => void (isWanted = false);
  }, [load]);
  if (found.View) return <found.View section={section} />;
  // A page put in place anew while this one was open has lost the pieces not yet fetched.
  return found.failed ? <p role="alert">This view could not be loaded. Reload the page.</p> : null;
}
