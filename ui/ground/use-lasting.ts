// Whether something goes on for longer than people wait for without asking how to stop it.
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
