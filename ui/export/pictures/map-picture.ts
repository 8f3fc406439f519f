// The map of services at the day on show as a picture, its people included, with the day and the limits written in.
import { saveFile } from '../../ground/save-file.ts';
import { legendInWords } from '../../scene/paint/legend-in-words.ts';
import { placesReady } from '../../scene/paint/fetched.ts';
import { playhead } from '../../state/playhead.ts';
import { watched } from '../../state/watched.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { fileName } from '../files.ts';
import { peopleOf } from './people.ts';
import { pngOf } from './png.ts';
import { screenNow } from '../screen-now.ts';
import { svgOfElement } from './svg-of-element.ts';
import type { Task } from '../work.tsx';
import { sayOne } from '../../words/numbers/runs.ts';

export const saveMap =
  (as: 'png' | 'svg'): Task =>
  async (_progress, signal) => {
    const element = document.querySelector<SVGSVGElement>('svg.scene-map');
    const ground = document.querySelector<SVGSVGElement>('svg.scene-ground');
    const { run } = watched.getState();
    if (!element || !ground || !run || element.getBoundingClientRect().width === 0)
      throw new Error('the map is in Explore; open it there first.');
    const { what, limits } = await screenNow(signal);
    await placesReady;
    const people = peopleOf(run, element, 2);
    people.paint(playhead.getState().day);
    const day = sayDate(run.model.calendar.startDate, playhead.getState().day);
    const svg = svgOfElement(element, {
      title: `${what}: ${day}`,
      limits: `${legendInWords(run.model)}. ${sayOne(run.model.calendar.runDays)} of many. ${limits}`,
      beneath: [ground, people.canvas],
    });
    signal.throwIfAborted();
    const name = fileName(`map ${day}`, as);
    return as === 'svg' ? saveFile(svg, name, 'image/svg+xml') : saveFile(await pngOf(svg), name, 'image/png');
  };
