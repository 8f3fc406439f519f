// Whether a media query holds, kept up to date.
import { useEffect, useState } from 'react';

export function useMedia(query: string): boolean {
  const [isSo, setIsSo] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setIsSo(media.matches);
    media.addEventListener('change', follow);
    follow();
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return isSo;
}
