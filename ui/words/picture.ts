// A document's picture in words: where people come in, what there is, and where they go from there.
import { placesOf, waysOf, type Drawn } from '../model/routes.ts';

/** Beyond this many services a list would be read to nobody's use. */
const MOST_NAMED = 12;
const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  ward: ['bed', 'beds'],
  team: ['member of staff', 'members of staff'],
};

export function sayPicture(document: Drawn): string {
  const { stations } = document;
  const ways = waysOf(document);
  const label = (id: string) => stations[id].label;
  const to = (from: string | null) => ways.filter((way) => way.from === from).map((way) => label(way.to));
  const services = Object.keys(stations).filter((id) => stations[id].kind !== 'exit');
  const said = services.slice(0, MOST_NAMED).map((id) => {
    const onward = to(id);
    return `${label(id)}${sizeOf(stations[id])}${onward.length > 0 ? `, then ${list(onward)}` : ''}.`;
  });
  const rest = services.length - said.length;
  const more = rest > 0 ? ` And ${rest} more ${rest === 1 ? 'service' : 'services'}.` : '';
  const first = to(null);
  return `${first.length > 0 ? `People come to: ${list(first)}. ` : ''}${said.join(' ')}${more}`;
}

function sizeOf(station: Drawn['stations'][string]): string {
  const places = placesOf(station);
  if (places === null) return '';
  const [one, many] = nouns[station.kind] ?? ['place', 'places'];
  return ` (${places} ${places === 1 ? one : many})`;
}

const list = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
