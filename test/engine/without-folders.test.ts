// A fault report names no folder, no user and no address; everything else in it stays.
import { describe, expect, test } from 'vitest';
import { withoutFolders } from '../../engine/ground/without-folders.ts';

describe('a message for others', () => {
  test.each([
    [
      "ENOENT: no such file or directory, open '/home/jo smith/my models/a b.json'",
      "ENOENT: no such file or directory, open 'a b.json'",
    ],
    ['    at run (file:///Users/Jo%20Smith/onward/dist/cli/main.js:12:3)', '    at run (main.js:12:3)'],
    ['    at /Users/Jo Smith/onward/dist/cli/main.js:12:3', '    at main.js:12:3'],
    ['    at async file:///C:/Users/jo/main.js:1:2', '    at async main.js:1:2'],
    ['    at node:internal/process/task_queues:95:5', '    at node:internal/process/task_queues:95:5'],
    [String.raw`cannot read C:\Users\jo\Documents\ward.json`, 'cannot read ward.json'],
    [String.raw`cannot read "\\server\share\jo\ward.json"`, 'cannot read "ward.json"'],
    ['Failed to fetch https://ward.example/jo/assets/worker-Ab1.js?x=/secret#y', 'Failed to fetch worker-Ab1.js'],
    ['redis://jo:secret@queue.example:6379', '…'],
    ['cannot write /var/lib/onward/results.csv.', 'cannot write results.csv.'],
    ['~/notes/jo/plan.csv', 'plan.csv'],
    ['../jo/plan.csv is missing', 'plan.csv is missing'],
  ])('%s', (text, left) => {
    expect(withoutFolders(text)).toBe(left);
  });

  test.each([
    'option proposed-16, seed 7, replications 0, 1',
    'stations.p2.beds: found 1/2; expected a whole number.',
    'people and/or places, 5 km/h, 3 / 4',
    '--set stations.p2.beds@83=7 --over a=3:15:3',
  ])('leaves as it is: %s', (text) => {
    expect(withoutFolders(text)).toBe(text);
  });

  test('of thousands of slashes comes to an end', () => {
    for (const mark of ['/', '\\', '/a', '://', "'/", '(/'])
      expect(withoutFolders(mark.repeat(20_000)).length).toBeLessThan(200_000);
  });
});
