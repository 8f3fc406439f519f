// Night: how dark it is at a moment of the run, from 0 by day to 1 by night, with dusk and dawn between.

const [DAWN, DAY, DUSK, NIGHT] = [5, 8, 18, 21];

export function nightAt(day: number): number {
  const hour = (day - Math.floor(day)) * 24;
  if (hour < DAWN || hour >= NIGHT) return 1;
  if (hour >= DAY && hour < DUSK) return 0;
  const part = hour < DAY ? (DAY - hour) / (DAY - DAWN) : (hour - DUSK) / (NIGHT - DUSK);
  return part * part * (3 - 2 * part);
}
