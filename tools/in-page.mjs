// What the browser bench notes inside a page; each function is sent there alone.

/** Before anything of the page: the second painted frame is the first that can have moved. */
export function noteFrames() {
  const noted = (window.noted = { firstMove: 0, longestTask: 0, moves: [] });
  let frames = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (++frames === 2) noted.firstMove = performance.now();
    return clearRect.apply(this, box);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longestTask = Math.max(noted.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** From the input event to the change of the document that shows its answer. */
export function noteMoves() {
  const { moves } = window.noted;
  let began = 0;
  let move;
  const results = document.querySelector('#results');
  addEventListener('input', (event) => void ([began, move] = [event.timeStamp, undefined]), { capture: true });
  new MutationObserver(() => {
    if (began === 0 || document.querySelector('.headline.previous')) return;
    const took = performance.now() - began;
    if (!move) moves.push((move = { first: took, all: NaN }));
    if (results.dataset.status !== 'done') return;
    move.all = took;
    began = 0;
  }).observe(results, { attributes: true, subtree: true, attributeFilter: ['data-value', 'data-status', 'class'] });
}

/** Before anything of the page: how many sprites and rectangles each frame paints. */
export function countMarks() {
  window.painted = { now: 0, last: 0 };
  const { clearRect, drawImage, fillRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    window.painted = { now: 0, last: window.painted.now };
    return clearRect.apply(this, box);
  };
  for (const [name, paint] of Object.entries({ drawImage, fillRect }))
    CanvasRenderingContext2D.prototype[name] = function (...how) {
      window.painted.now++;
      return paint.apply(this, how);
    };
}

/** Frames in each whole second. */
export function countFrames(seconds) {
  return new Promise((resolve) => {
    const rates = [];
    let [began, frames] = [0, 0];
    const sum = (all, number) => [...all].reduce((people, one) => people + number(one), 0);
    // What a row of a hall says of those in use begins with their number.
    const people = () =>
      sum(document.querySelectorAll('.map-table [data-measure="inUse"]'), (td) => Number(td.dataset.value)) +
      sum(document.querySelectorAll('.stage-map .scene-box'), (box) =>
        Number.parseInt((box.querySelector('[data-measure]')?.textContent ?? '0').replace(/,/g, '')),
      ) +
      sum(document.querySelectorAll('.bring-now td:nth-of-type(1)'), (td) => Number(td.textContent.replace(/,/g, '')));
    requestAnimationFrame(function count(now) {
      if (began === 0) began = now;
      else frames++;
      if (now - began >= 1000) {
        rates.push(Math.round((frames * 1000) / (now - began)));
        [began, frames] = [now, 0];
      }
      if (rates.length < seconds) requestAnimationFrame(count);
      else resolve({ rates, people: people(), marks: window.painted.last });
    });
  });
}
