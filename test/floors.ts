// Long because it holds the tables of four houses. Floors: each file of a house has one, and imports only from lower floors. The tables, and what they say of an import.
import { basename, dirname } from 'node:path';

export interface Floor {
  readonly level: number;
  readonly name: string;
  /** Folders end in a slash and mean all files in them, unless a longer name says otherwise. */
  readonly holds: readonly string[];
  /** Whether files of a floor may import each other; of a family none knows another, and all are entered by `index.ts`. */
  readonly neighbours: 'meet' | 'keep apart' | 'family';
}

const floor = (level: number, name: string, holds: string, neighbours: Floor['neighbours'] = 'meet'): Floor => ({
  level,
  name,
  holds: holds.split(' '),
  neighbours,
});

export const houses: Readonly<Record<string, readonly Floor[]>> = {
  engine: [
    floor(0, 'the same on every machine', 'ground/'),
    floor(1, 'families', 'distributions/ model/stations/ model/disciplines/', 'family'),
    floor(2, 'the document', 'model/'),
    floor(3, 'the document as numbers', 'network/'),
    floor(4, 'who comes', 'arrivals/'),
    floor(5, 'what happened', 'trace/'),
    floor(6, 'what is counted', 'account/'),
    floor(7, 'families', 'account/measures/', 'family'),
    floor(
      10,
      'people and lists of a run',
      'run/people run/stations run/plan run/ranked-tree run/waiting-lists run/gridlock',
    ),
    floor(11, 'the state of a run', 'run/state', 'keep apart'),
    floor(12, 'visits, turnaround', 'run/visits run/turnaround', 'keep apart'),
    floor(13, 'gates', 'run/gates', 'keep apart'),
    floor(14, 'waiting, care', 'run/waiting run/care', 'keep apart'),
    floor(15, 'moving', 'run/short-way run/leaving run/moving'),
    floor(16, 'asking', 'run/asking run/ending'),
    floor(17, 'arriving', 'run/arriving', 'keep apart'),
    floor(18, 'handing out', 'run/handing-out', 'keep apart'),
    floor(19, 'the native engine', 'run/native', 'keep apart'),
    floor(20, 'the second engine', 'twin/'),
    floor(21, 'many runs', 'study/ twin/twin twin/ties'),
    floor(22, 'models with known answers', 'checks/'),
    floor(22, 'families', 'study/designs/', 'family'),
    floor(23, 'the door', 'index', 'keep apart'),
  ],
  ui: [
    floor(0, 'knows nothing of the model', 'ground/'),
    floor(1, 'the document on the page', 'model/'),
    floor(2, 'a trace in, a frame out', 'playback/'),
    floor(2, 'the engine in threads', 'worker/'),
    floor(3, 'sentences', 'words/'),
    floor(4, 'an answer read', 'shown/'),
    floor(5, 'what was asked and what came', 'state/'),
    floor(6, 'the address bar', 'address/'),
    floor(7, 'work kept in this browser', 'kept/ offline/'),
    floor(8, 'one visit', 'session/'),
    floor(9, 'questions of many runs', 'study/'),
    floor(10, 'the picture', 'scene/'),
    floor(11, 'files that leave the page', 'export/'),
    floor(12, 'elements of several views', 'parts/'),
    floor(13, 'views', 'views/'),
    floor(14, 'the frame', 'app main fetched-views', 'meet'),
  ],
  cli: [
    floor(0, 'what is printed', 'output/ bad-command'),
    floor(1, 'what commands share', ' output/files output/tables output/results output/fit-files'),
    floor(2, 'benches', 'bench/'),
    floor(3, 'commands', 'commands/'),
    floor(4, 'where the terminal begins', 'help main onward'),
  ],
  formats: [floor(0, 'one file a format', '')],
  library: [floor(0, 'what others build on', '')],
};

/** The house a path lies in: its first folder. */
export const houseOf = (path: string): string => path.split('/')[0];

export function floorOf(path: string): Floor | undefined {
  const house = houseOf(path);
  const name = path.slice(house.length + 1).replace(/\.(tsx?|mjs|js)$/, '');
  const isHeld = (held: string) => held === '' || (held.endsWith('/') ? name.startsWith(held) : name === held);
  const all = (houses[house] ?? []).flatMap((one) => one.holds.filter(isHeld).map((held) => ({ one, held })));
  return all.toSorted((a, b) => b.held.length - a.held.length)[0]?.one;
}

/** Why one file may not import another of its house, or nothing. A file without a floor fails a test of its own. */
export function breach(from: string, to: string): string | undefined {
  if (houseOf(from) !== houseOf(to)) return undefined;
  const [here, there] = [floorOf(from), floorOf(to)];
  if (!here || !there) return undefined;
  if (there.neighbours === 'family' && dirname(from) === dirname(to)) return undefined;
  if (there.level > here.level)
    return `${here.name} (floor ${here.level}) lies below ${there.name} (floor ${there.level})`;
  if (there.level < here.level)
    return there.neighbours === 'family' && basename(to) !== 'index.ts'
      ? 'a family is entered by its list, index.ts'
      : undefined;
  const view = (path: string) => /^ui\/views\/([^/]+)/.exec(path)?.[1];
  if (view(from) !== view(to)) return 'views never import each other';
  if (here !== there || here.neighbours !== 'meet')
    return `${here.name} and ${there.name} (floor ${here.level}) keep apart from each other`;
  return undefined;
}
