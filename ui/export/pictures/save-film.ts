// Films the map from the day on show: as GIF anywhere, as MP4 (or WebM) where the browser can encode one.
import { saveFile } from '../../ground/save-file.ts';
import { legendInWords } from '../../scene/paint/palette.ts';
import { playhead } from '../../state/playhead.ts';
import { watched } from '../../state/watched.ts';
import { fileName } from '../files.ts';
import { filmOf, type Film } from './film.ts';
import { screenNow } from '../screen-now.ts';
import type { Task } from '../work.tsx';

const [GIF_FRAMES, VIDEO_FRAMES] = [8, 24];

export const saveFilm =
  (as: 'gif' | 'video', seconds: number): Task =>
  async (progress, signal) => {
    const map = document.querySelector<SVGSVGElement>('svg.scene-map');
    const ground = document.querySelector<SVGSVGElement>('svg.scene-ground');
    const { run } = watched.getState();
    if (!map || !ground || !run || map.getBoundingClientRect().width === 0)
      throw new Error('the map is in Explore; open it there first.');
    const { what, limits } = await screenNow(signal);
    const { day, maxDay, daysPerSecond, playing } = playhead.getState();
    // One timeline serves both: the map rests meanwhile, so that the two do not pull it to and fro.
    playhead.setState({ playing: false });
    try {
      const title = `${what} – one simulated year of many`;
      const film = await filmOf({
        run,
        ground,
        map,
        title,
        limits: `${legendInWords(run.model)}. ${limits}`,
        daysPerSecond,
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
  { canvas, paint }: Film,
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
  return saveFile(maker.end(), fileName('map', 'gif'), 'image/gif');
}

async function video(
  { canvas, paint }: Film,
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
  return saveFile(target.buffer!, fileName('map', ending), `video/${ending}`);
}
