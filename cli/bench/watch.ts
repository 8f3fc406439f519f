// What SimJS must measure, so that it is not timed against an engine that does more: time-weighted counts and delays.

/** Records people in beds and people waiting, weighted by time, and every delay, for a number of pathways. */
export function occupancyWatch(pathways: number) {
  const count = new Float64Array(2 * pathways);
  const area = new Float64Array(2 * pathways);
  const since = new Float64Array(2 * pathways);
  const delays = Array.from({ length: pathways }, () => [] as number[]);

  const change = (at: number, by: number, now: number) => {
    area[at] += count[at] * (now - since[at]);
    since[at] = now;
    count[at] += by;
  };

  return {
    inBeds: (pathway: number, by: number, now: number) => change(pathway, by, now),
    waiting: (pathway: number, by: number, now: number) => change(pathways + pathway, by, now),
    delay: (pathway: number, days: number) => void delays[pathway].push(days),
    end(days: number) {
      for (let at = 0; at < count.length; at++) change(at, 0, days);
      const means = Array.from(area, (sum) => sum / days);
      const sorted = delays.map((each) => Float64Array.from(each).sort());
      return {
        occupancy: means.slice(0, pathways),
        waiting: means.slice(pathways),
        delayDays: sorted.map((each) => each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length)),
        p95DelayDays: sorted.map((each) => each[Math.floor(0.95 * (each.length - 1))] ?? 0),
      };
    },
  };
}
