// Films both futures from the day on show, in the shape of a slide: as GIF anywhere, as MP4 (or WebM) where the browser can encode one.
import { saveFile } from '../../ground/save-file.ts';
import { NO_GLIDE } from '../../playback/frame.ts';
import { legendInWords } from '../../scene/paint/legend-in-words.ts';
import { playhead, TOO_FAST_TO_TRAVEL } from '../../state/playhead.ts';
import { sentenceOf } from '../../words/headline.ts';
import { fileName } from '../files.ts';
import { futuresNow } from '../futures-now.ts';
import { screenNow } from '../screen-now.ts';
import type { Task } from '../work.tsx';
import { futuresOf, type Futures } from './futures.ts';
import { sayOne } from '../../words/numbers/runs.ts';

const [GIF_FRAMES, VIDEO_FRAMES] = [8, 24];
const SIZE = { width: 1280, height: 720 };
const GLIDE_SECONDS = 0.6;

export const saveFilm =
  (as: 'gif' | 'video', seconds: number): Task =>
  async (progress, signal) => {
    const { what, limits, findings, model } = await screenNow(signal);
    const { day, maxDay, daysPerSecond, playing } = playhead.getState();
    // One timeline serves both: the map rests meanwhile, so that the two do not pull it to and fro.
    playhead.setState({ playing: false });
    try {
      const futures = await futuresNow(what, signal);
      if (!futures) throw new Error('the map is in Explore; open it there first.');
      const film = await futuresOf({
        ...futures,
        size: SIZE,
        sentence: sentenceOf(findings[0]),
        limits: `${sayOne(model.calendar.runDays)} of many. ${legendInWords(model)}. ${limits}`,
        glide:
          daysPerSecond >= TOO_FAST_TO_TRAVEL
            ? NO_GLIDE
            : { days: GLIDE_SECONDS * daysPerSecond, settledDays: 0, afterDay: -Infinity },
      });
      const rate = as === 'gif' ? GIF_FRAMES : VIDEO_FRAMES;
      const days = Array.from(
        { length: Math.max(1, Math.round(seconds * rate)) },
        (_, at) => day + (at * daysPerSecond) / rate,
      );
      const shot = days.filter((one) => one <= maxDay);
      return await (as === 'gif' ? gif : video)(film, shot.length > 0 ? shot : [maxDay], { rate, progress, signal });
    } finally {
      playhead.setState({ playing });
    }
  };

interface Going {
  readonly rate: number;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Lets the page breathe between frames: the stop button has to work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function gif(
  { canvas, paint }: Futures,
  days: readonly number[],
  { rate, progress, signal }: Going,
): Promise<string> {
  const { gifMaker } = await import('./gif.ts');
  const { width, height } = canvas;
  const context = canvas.getContext('2d')!;
  const pixelsOf = (day: number) => {
    paint(day);
    return context.getImageData(0, 0, width, height).data;
  };
  const maker = gifMaker(width, height, rate, pixelsOf(days[Math.floor(days.length / 2)]));
  for (const [at, day] of days.entries()) {
    signal.throwIfAborted();
    maker.add(pixelsOf(day));
    progress((at + 1) / days.length);
    await breathe();
  }
  return saveFile(maker.end(), fileName('film', 'gif'), 'image/gif');
}

async function video(
  { canvas, paint }: Futures,
  days: readonly number[],
  { rate, progress, signal }: Going,
): Promise<string> {
  const { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Mp4OutputFormat, Output, WebMOutputFormat } =
    await import('mediabunny');
  const { width, height } = canvas;
  const codec = await getFirstEncodableVideoCodec(['avc', 'vp9'], { width, height });
  if (!codec) throw new Error('this browser cannot encode video. Make a GIF instead.');
  const isMp4 = codec === 'avc';
  const target = new BufferTarget();
  const output = new Output({ format: isMp4 ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: 2_500_000 });
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  try {
    for (const [at, day] of days.entries()) {
      signal.throwIfAborted();
      paint(day);
      await source.add(at / rate, 1 / rate);
      progress((at + 1) / days.length);
      await breathe();
    }
  } catch (stopped) {
    await output.cancel();
    throw stopped;
  }
  await output.finalize();
  const ending = isMp4 ? 'mp4' : 'webm';
  return saveFile(target.buffer!, fileName('film', ending), `video/${ending}`);
}
