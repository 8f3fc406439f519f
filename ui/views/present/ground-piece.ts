// The piece that draws on the ground: fetched as soon as any step asks for it, so that the step itself waits for nothing, not even a tick.
import { useEffect, useState } from 'react';
import type { GroundMaps } from './ground-maps.tsx';

interface Piece {
  readonly Maps?: typeof GroundMaps;
  /** It cannot be had, and the usual picture stands instead. */
  readonly isMissing?: boolean;
}

let here: Piece = {};

export function useGroundPiece(isWanted: boolean): Piece {
  const [piece, setPiece] = useState(here);
  const isToCome = isWanted && !piece.Maps && !piece.isMissing;
  useEffect(() => {
    if (!isToCome) return;
    let isOver = false;
    const come = (one: Piece) => {
      if (!isOver) setPiece(one);
    };
    import('./ground-maps.tsx').then(
      ({ GroundMaps: Maps }) => come((here = { Maps })),
      () => come({ isMissing: true }),
    );
    return () => void (isOver = true);
  }, [isToCome]);
  return piece;
}
