// A series as a picture in characters, for a terminal.

const eighths = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** From 0 up; each column is the mean of the values that fall into it. Below are the days of the first and the last value. */
export function plot(series: ArrayLike<number>, firstDay: number, columns = 60, rows = 12): string {
  const width = Math.min(columns, series.length);
  const bars = Array.from({ length: width }, (_, column) => {
    const from = Math.floor((column * series.length) / width);
    const to = Math.floor(((column + 1) * series.length) / width);
    let sum = 0;
    for (let at = from; at < to; at++) sum += series[at];
    return sum / (to - from);
  });
  const top = Math.max(...bars, 0);
  const scale = top > 0 ? (8 * rows) / top : 0;
  const label = (value: number): string => value.toFixed(top < 10 ? 1 : 0).padStart(8);
  const lines = Array.from({ length: rows }, (_, line) => {
    const below = 8 * (rows - 1 - line);
    const text = bars.map((bar) => eighths[Math.min(8, Math.max(0, Math.round(bar * scale) - below))]).join('');
    return `${line === 0 ? label(top) : line === rows - 1 ? label(0) : ' '.repeat(8)} ┤${text}`.trimEnd();
  });
  const last = `day ${firstDay + series.length - 1}`;
  return [...lines, `${' '.repeat(10)}${`day ${firstDay}`.padEnd(width - last.length)}${last}`].join('\n');
}
