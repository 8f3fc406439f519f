// The open document with a measured stay or stream in it: evidence of what was there before goes, evidence of what is measured comes. Pure.
import type { Evidence, Model } from '../../../engine/index.ts';

type Lines = Readonly<Record<string, Evidence>>;

/** `path`: of the stay, such as stations.ward.stay. */
export function withPiece(model: Model, path: string, stay: object, evidence: Lines): Model {
  const [, id, ...within] = path.split('.');
  const station = model.stations[id];
  const [, who] = within;
  const next = who === undefined ? stay : { ...(station.stay as object), [who]: stay };
  return withLines(
    { ...model, stations: { ...model.stations, [id]: { ...station, stay: next as typeof station.stay } } },
    [path],
    evidence,
  );
}

/** What of a stream does not say how many arrive, and when. */
const KEPT = ['label', 'shares', 'startsAt'] as const;

/** `path`: of the stream, such as streams.ready. */
export function withStream(
  model: Model,
  path: string,
  { stream, evidence }: { readonly stream: object; readonly evidence: Lines },
): Model {
  const [, id] = path.split('.');
  const isKept = (key: string) => (KEPT as readonly string[]).includes(key);
  const before = Object.entries(model.streams[id]);
  const next = { ...Object.fromEntries(before.filter(([key]) => isKept(key))), ...stream } as Model['streams'][string];
  return withLines(
    { ...model, streams: { ...model.streams, [id]: next } },
    before.flatMap(([key]) => (isKept(key) ? [] : [`${path}.${key}`])),
    evidence,
  );
}

function withLines(model: Model, gone: readonly string[], evidence: Lines): Model {
  const isGone = (path: string) => gone.some((one) => path === one || path.startsWith(`${one}.`));
  const kept = Object.entries(model.evidence ?? {}).filter(([path]) => !isGone(path));
  return { ...model, evidence: { ...Object.fromEntries(kept), ...evidence } };
}
