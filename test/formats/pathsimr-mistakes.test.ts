// The two files of a PathSimR network with mistakes: each is named by file, line and column, all of them at once.
import { describe, expect, it } from 'vitest';
import { imported, OUT, SOUND } from './pathsimr-files.ts';

describe('a file that is wrong', () => {
  const refused = async (network: string | undefined, calendar: string | undefined) => {
    const { model, problems } = await imported(network, calendar);
    expect(model).toBeUndefined();
    return problems.map(({ path, found, expected, hint }) => `${path}: ${found}; ${expected}. ${hint}`);
  };
  const spoilt = (from: string | RegExp, to: string) => refused(SOUND.network.replace(from, to), SOUND.calendar);
  const spoiltCalendar = (from: string | RegExp, to: string) =>
    refused(SOUND.network, SOUND.calendar.replace(from, to));

  it('is none to begin with', async () => {
    expect((await imported(SOUND.network, SOUND.calendar)).problems).toEqual([]);
  });

  it.each([
    ['a missing calendar', SOUND.network, undefined, /^network.csv: a network, no calendar;.*NETWORK.csv CALENDAR.csv/],
    ['a missing network', undefined, SOUND.calendar, /^calendar.csv: no network, a calendar;/],
    ['two networks', SOUND.network, SOUND.network, /^network.csv and calendar.csv: 2 networks, no calendar;/],
    ['something else', SOUND.network, 'day,count\n2024-01-01,3\n', /a network, no calendar, 1 of neither kind/],
  ])('%s', async (_what, network, calendar, said) => {
    const problems = await refused(network, calendar);
    expect(problems).toEqual([expect.stringMatching(said)]);
  });

  it.each([
    ['shares that do not add up', '0,0.25,0.75', '0,0.25,0.65', 'line 2, column 1: shares of A that add to 0.9'],
    ['a share above 1', '0,0.25,0.75', '-0.5,0.75,0.75', 'line 2, column 2 (A): "-0.5"; a share from 0 to 1'],
    [
      'an unknown distribution',
      'gamma,2;0.5',
      'gama,2;0.5',
      'line 3, column 5 (serv_dist): "gama"; one of exp, lnorm, unif, weibull, gamma. Did you mean gamma?',
    ],
    ['letters in a number', '1;0.5,Inf', '1;O.5,Inf', 'line 2, column 6 (serv_dist_param): "O.5"; a number'],
    [
      'a number too few',
      'lnorm,1;0.5',
      'lnorm,1',
      'line 2, column 6 (serv_dist_param): "1"; 2 numbers with a semicolon between. lnorm has meanlog and sdlog.',
    ],
    ['a rate of 0', 'lnorm,1;0.5', 'exp,0', 'line 2, column 6 (serv_dist_param): "0"; numbers above 0'],
    ['no service', 'gamma,2;0.5', 'NA,NA', 'line 3, column 5 (serv_dist): "nothing"'],
    [
      'a queue of less than none',
      ',3,0,',
      ',-3,0,',
      'line 3, column 7 (ext_queue): "-3"; a whole number of 0 or more, or Inf',
    ],
    ['half a person in a queue', ',3,0,', ',3,0.5,', 'line 3, column 8 (int_queue): "0.5"'],
    [
      'a delay without its numbers',
      ',4,0.5;0.5',
      ',,0.5;0.5',
      'line 2, column 13 (B): nothing; one number. exp has rate.',
    ],
    [
      'a row without a column',
      '\nB,0',
      '\nBb,0',
      'line 3, column 1: "Bb"; a node that is a column too: A, B, out. Did you mean B?',
    ],
    ['a node twice', OUT, `${OUT}A,,,,,,,,,,,,,\n`, 'line 5, column 1: A again'],
    ['a column without a row', OUT, '', ': no row for out, which is column 4'],
    ['a column short', /,out\n/, '\n', ': 5 columns after int_queue'],
    ['a column renamed', 'int_queue', 'inner_queue', ': no column int_queue'],
  ])('network: %s', async (_what, from, to, said) => {
    const problems = await spoilt(from, to);
    expect(
      problems.some((problem) =>
        problem.startsWith(said.startsWith(':') ? `network.csv${said}` : `network.csv, ${said}`),
      ),
      problems.join('\n'),
    ).toBe(true);
  });

  it.each([
    [
      'a node of the network without places',
      'cap,B,0,,Inf\n',
      '',
      ': no places (cap) of B, a service point of the network',
    ],
    [
      'a node that the network does not have',
      'cap,B',
      'cap,Z',
      ', line 3, column 2 (node): "Z"; a service point of the network: A, B',
    ],
    ['an exit', 'ext_arr,B', 'ext_arr,out', ', line 5, column 2 (node): "out"'],
    ['negative places', ',,5\n', ',,-5\n', ', line 2, column 5 (value): "-5"; a number of 0 or more'],
    ['half a place', ',,5\n', ',,5.5\n', ', line 2, column 5 (value): "5.5"; a whole number of places'],
    ['letters in a number', ',,2\n', ',,two\n', ', line 4, column 5 (value): "two"; a number'],
    [
      'a metric unknown',
      'ext_arr,A',
      'ext_arrivals,A',
      ', line 4, column 1 (metric): "ext_arrivals"; cap (places) or ext_arr (arrivals)',
    ],
    [
      'a gap',
      'cap,A,0,,5\n',
      'cap,A,0,5,5\ncap,A,6,7,4\n',
      ', line 3, column 3 (start): a period from 6; the one from 5',
    ],
    ['a late beginning', 'cap,A,0', 'cap,A,1', ', line 2, column 3 (start): a period from 1; the one from 0'],
    [
      'an end before its start',
      'cap,A,0,,5\n',
      'cap,A,0,0,5\n',
      ', line 2, column 4 (end): an end at 0; a time after 0',
    ],
    [
      'two at once',
      'cap,A,0,,5\n',
      'cap,A,0,,5\ncap,A,0,,6\n',
      ', line 3, column 3 (start): a period from 0; no period after one without an end',
    ],
  ])('calendar: %s', async (_what, from, to, said) => {
    const problems = await spoiltCalendar(from, to);
    expect(
      problems.some((problem) => problem.startsWith(`calendar.csv${said}`)),
      problems.join('\n'),
    ).toBe(true);
  });

  it('all at once, in both files', async () => {
    const problems = await refused(
      SOUND.network.replace('gamma', 'gama').replace('1;0.5', '1;x'),
      SOUND.calendar.replace(',5\n', ',-5\n'),
    );
    expect(problems.length).toBe(3);
    expect(problems.join('\n')).toMatch(/line 2.*"x"[^]*line 3.*gama[^]*calendar.csv, line 2.*-5/);
  });
});
