// The name of a place as it fits on a map: "Coalville Community Hospital" is "Coalville" there; its whole name is beside the map.

export function shortName(name: string): string {
  const short = name
    .replace(/,.*$/s, '')
    .replace(/\s+(Community\s+)?(Hospital|Centre)$/i, '')
    .trim();
  return short.length > 0 && short.length <= 28 ? short : `${name.slice(0, 27).trim()}…`;
}
