// A clock that a test turns by hand: frames come when they are asked for and last as long as is said, however busy the machine is.
import type { Page } from 'playwright-core';
import { openPage, type OpenPage } from './page.ts';

declare global {
  interface Window {
    /** From now on frames come only by `frame`. */
    takeClock(): void;
    /** One frame, so long after the last one; when it returns, all that the browser would then paint is in the document. */
    frame(milliseconds: number): Promise<void>;
  }
}

/** Runs in the page, before anything of it. */
function clockByHand(): void {
  const waiting = new Map<number, FrameRequestCallback>();
  const native = window.requestAnimationFrame.bind(window);
  let [asked, isByHand, now] = [0, false, 0];
  const due = (id: number) => {
    const callback = waiting.get(id);
    waiting.delete(id);
    callback?.(isByHand ? now : performance.now());
  };
  window.requestAnimationFrame = (callback) => {
    const id = ++asked;
    waiting.set(id, callback);
    if (!isByHand) native(() => isByHand || due(id));
    return id;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
  window.takeClock = () => {
    if (!isByHand) [isByHand, now] = [true, performance.now()];
  };
  window.frame = async (milliseconds) => {
    now += milliseconds;
    const ids = [...waiting.keys()];
    for (const id of ids) due(id);
    await Promise.resolve(); // what was put off to the end of the frame, and no timer
  };
  // Nothing moves before the test says so.
  localStorage.setItem('onward.paused', 'yes');
}

/** Opens the page at rest at `at`; its clock is still the machine's. */
export async function openAtRest(at: string, viewport?: { width: number; height: number }): Promise<OpenPage> {
  const open = await openPage('#/help', { reducedMotion: 'no-preference', ...(viewport && { viewport }) });
  await open.page.addInitScript(clockByHand);
  await open.page.goto('about:blank');
  await open.page.goto(new URL(at, open.url).href);
  return open;
}

/** Plays at this speed from here on, a frame at a time. */
export async function playByHand(page: Page, daysPerSecond: number): Promise<void> {
  await page.evaluate(async () => {
    window.takeClock();
    // Or the first frame would be as long as it is since the machine's last one.
    await window.frame(0);
  });
  const isOnStage = (await page.locator('.transport.on-stage').count()) > 0;
  if (isOnStage) await page.evaluate(chooseSpeed, daysPerSecond);
  else await page.selectOption('.transport-speed select', String(daysPerSecond));
  await page.evaluate(() => document.querySelector<HTMLElement>('.transport-play[aria-label="Play"]')?.click());
}

/** As the private window of a presentation does. */
function chooseSpeed(daysPerSecond: number): void {
  const channel = new BroadcastChannel(`onward.speaker.${sessionStorage.getItem('onward.speaker')}`);
  channel.postMessage({ choice: { daysPerSecond } });
  channel.close();
}
