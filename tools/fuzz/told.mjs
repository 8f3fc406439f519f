// What fuzzing found, as it is printed: a table of targets, and each fault with its words, its seed and its bytes.
const COLUMNS = ['target', 'inputs', 'accepted', 'kept', 'places reached', 'inputs a second', 'faults'];

export function sayTable(told, seconds) {
  const rows = [...told].map(([name, { tried, accepted, kept, places, ms, found }]) => [
    name,
    tried,
    accepted,
    kept,
    places,
    Math.round((1000 * tried) / Math.max(1, ms)),
    found.size,
  ]);
  const sum = (of) => [...told.values()].reduce((total, one) => total + of(one), 0);
  rows.push([
    'all',
    sum(({ tried }) => tried),
    sum(({ accepted }) => accepted),
    '',
    '',
    '',
    sum(({ found }) => found.size),
  ]);
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(COLUMNS);
  line(COLUMNS.map(() => '---'));
  for (const row of rows) line(row);
  console.log(`${seconds.toFixed(0)} s.`);
}

const isText = (bytes) => /^[\t\n\r -~]*$/.test(Buffer.from(bytes).toString('latin1'));

export function sayFound({ target, words, input, seed }) {
  console.log(`\n${target}, seed ${seed}: ${words}`);
  if (isText(input)) console.log(`  as text, ${input.length} bytes: ${Buffer.from(input).toString('latin1')}`);
  else console.log(`  in base64, ${input.length} bytes: ${Buffer.from(input).toString('base64')}`);
}
