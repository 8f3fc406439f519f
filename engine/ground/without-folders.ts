// A message without folders, addresses and names of users, so that it can be given to somebody else: of each path its last part stays.

const PATH = String.raw`(?:[a-z]+:\/\/|[A-Za-z]:[\\/]|\\\\|~?\/|\.{1,2}[\\/])`;
const inQuotes = new RegExp(String.raw`(['"\`])(${PATH}[^'"\`\n]*)\1`, 'gi');
const inBrackets = new RegExp(String.raw`\((${PATH}[^()\n]*)\)`, 'gi');
/** A line of a stack ends with its place, which may have spaces in it. */
const ofStack = new RegExp(String.raw`^(\s+at (?:async )?)(${PATH}.*)$`, 'gim');
const address = /\b[a-z][a-z\d+.-]*:\/\/[^\s'"`()<>]*/gi;
const unix = /(?<![\w/.:])(?:~|\.{1,2})?\/(?:[^\s/'"`()<>]+\/)+[^\s/'"`()<>]*/g;
const windows = /(?<!\w)(?:[A-Za-z]:[\\/]|\\\\)[^\s'"`()<>]*/g;

export const withoutFolders = (text: string): string =>
  text
    .replace(inQuotes, (_all, mark: string, path: string) => `${mark}${lastPart(path)}${mark}`)
    .replace(inBrackets, (_all, path: string) => `(${lastPart(path)})`)
    .replace(ofStack, (_all, start: string, path: string) => start + lastPart(path))
    .replace(address, lastPart)
    .replace(unix, lastPart)
    .replace(windows, lastPart);

/** An address of a host alone is left out: it may hold a user and a password. What is asked of an address is left out too. */
function lastPart(path: string): string {
  const [, scheme = '', rest] = /^([a-z][a-z\d+.-]*:\/\/)?(.*)$/is.exec(path)!;
  const parts = (scheme === '' ? rest : rest.replace(/[?#].*$/s, '')).split(/[\\/]/);
  const last = parts.filter((part) => part !== '').at(-1);
  return last === undefined || (scheme !== '' && parts.length < 2) ? '…' : last;
}
