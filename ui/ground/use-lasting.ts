// Whether something lasts so long that people will want a way to stop it.
import { useEffect, useState } from 'react';

const LONG_MILLISECONDS = 3000;

export function useLasting(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = isOn ? setTimeout(setLong, LONG_MILLISECONDS, true) : undefined;
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isOn]);
  return isLong;
}
