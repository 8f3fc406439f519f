// Throughput of exponential PathSimR networks beside their Markov chains, which are built from the files' numbers and solved here.
import { expect, it } from 'vitest';
import { compile, interval, placeOfMean, replicate, rowKeys, type Model } from '../../engine/index.ts';
import { ratesOf, type Step } from './network-chain.ts';
import { filesOf, imported } from './pathsimr-files.ts';

/** Of one row in each of many runs. */
function simulated(model: Model, rows: readonly (readonly [station: string, measure: string])[], runs = 60) {
  const program = compile(model, { option: 'today' });
  const keys = rowKeys(program);
  const values = Array.from({ length: runs }, (_one, number) => replicate(program, 11, number));
  return rows.map(([station, measure]) => {
    const at = placeOfMean(keys, station, measure);
    expect(at, `${station} ${measure}`).toBeGreaterThanOrEqual(0);
    return interval(
      values.map((run) => run[at]),
      0.999,
    );
  });
}

function within({ low, high }: { low: number; high: number }, exact: number, width: number) {
  expect(exact).toBeGreaterThan(low);
  expect(exact).toBeLessThan(high);
  expect(high - low, 'an interval that can fail').toBeLessThan(width * exact);
}

it('of the published exponential pair: everybody who comes gets through', async () => {
  const { network, calendar } = filesOf(1);
  const { model } = await imported(network, calendar);
  const [places, arrivals] = ['cap', 'ext_arr'].map((metric) =>
    Number(
      calendar
        .split('\n')
        .find((line) => line.startsWith(`${metric},A`))!
        .split(',')[4],
    ),
  );
  const row = network.split('\n')[1].split(',');
  const [rate, delay] = [Number(row[4]), Number(row[10].split(';')[0])];
  // In care, on the way out, and in the queue, which is cut where nobody ever is. A delay of one length has the throughput of one that varies.
  const rates = ratesOf([0, 0, 0], ([care, going, waiting]): Step[] => {
    const isFull = care + going === places;
    const next = (cared: number, left: number): number[] =>
      waiting > 0 ? [cared + 1, left, waiting - 1] : [cared, left, 0];
    return [
      { to: isFull ? [care, going, waiting + 1] : [care + 1, going, 0], rate: waiting < 60 ? arrivals : 0 },
      { to: [care - 1, going + 1, waiting], rate: care * rate },
      { to: next(care, going - 1), rate: going / delay, what: 'left' },
    ];
  });
  const [leaves] = simulated(model!, [['A', 'leaves']]);
  expect(rates.get('left')).toBeCloseTo(arrivals, 6);
  within(leaves, rates.get('left')!, 0.05);
});

it('of two services in line, with few who may wait, blocking and delays: what gets through, and who is turned away', async () => {
  const network = [
    ',A,B,home,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,home,A,B,home',
    'A,0,0.7,0.3,exp,0.25,2,0,,exp,,,2,',
    'B,0,0,1,exp,0.2,1,0,,,,,,',
    'home,,,,,,,,,,,,,',
  ].join('\n');
  const calendar = [
    'metric,node,start,end,value',
    'cap,A,0,,3',
    'cap,B,0,,3',
    'ext_arr,A,0,,1',
    'ext_arr,B,0,,0.1',
  ].join('\n');
  const { model } = await imported(network, calendar);
  const A = { places: 3, rate: 0.25, room: 2, arrivals: 1 };
  const B = { places: 3, rate: 0.2, room: 1, arrivals: 0.1, delay: 2 };

  /** Waiting outside for A; in care there; ready there; on the way (a place in both); in care at B; who is first outside B, before how many of the ready. */
  const settle = ([waiting, care, ready, going, cared, outside]: number[], first: number): number[] => {
    const state = { waiting, care, ready, going, cared, outside, first };
    while (state.going + state.cared < B.places && state.ready + state.outside > 0) {
      // First come, first served: `first` of the ready came before the one outside.
      if (state.outside > 0 && state.first === 0) [state.outside, state.cared] = [0, state.cared + 1];
      else [state.ready, state.going, state.first] = [state.ready - 1, state.going + 1, Math.max(0, state.first - 1)];
    }
    while (state.care + state.ready + state.going < A.places && state.waiting > 0)
      [state.care, state.waiting] = [state.care + 1, state.waiting - 1];
    return [
      state.waiting,
      state.care,
      state.ready,
      state.going,
      state.cared,
      state.outside,
      state.outside > 0 ? state.first : 0,
    ];
  };
  const rates = ratesOf([0, 0, 0, 0, 0, 0, 0], ([waiting, care, ready, going, cared, outside, first]): Step[] => {
    const to = (...change: number[]): number[] =>
      settle(
        [waiting, care, ready, going, cared, outside].map((count, at) => count + change[at]),
        first,
      );
    const isFullA = care + ready + going === A.places;
    const isFullB = going + cared === B.places;
    const same = [waiting, care, ready, going, cared, outside, first];
    return [
      isFullA && waiting === A.room
        ? { to: same, rate: A.arrivals, what: 'turned away from A' }
        : { to: to(1, 0, 0, 0, 0, 0), rate: A.arrivals },
      isFullB && outside === B.room
        ? { to: same, rate: B.arrivals, what: 'turned away from B' }
        : { to: settle([waiting, care, ready, going, cared, 1], ready), rate: B.arrivals },
      { to: to(0, -1, 0, 0, 0, 0), rate: care * A.rate * 0.3, what: 'left A' },
      { to: to(0, -1, 1, 0, 0, 0), rate: care * A.rate * 0.7 },
      { to: to(0, 0, 0, -1, 1, 0), rate: going * B.delay, what: 'left A' },
      { to: to(0, 0, 0, 0, -1, 0), rate: cared * B.rate, what: 'left B' },
    ];
  });
  const [leavesA, leavesB, turnedA, turnedB] = simulated(
    model!,
    [
      ['A', 'leaves'],
      ['B', 'leaves'],
      ['A', 'turnedAway'],
      ['B', 'turnedAway'],
    ],
    150,
  );
  // Far from all who come: the limits are what is tested.
  expect(rates.get('left A')).toBeLessThan(0.75);
  within(leavesA, rates.get('left A')!, 0.05);
  within(leavesB, rates.get('left B')!, 0.05);
  within(turnedA, rates.get('turned away from A')!, 0.1);
  within(turnedB, rates.get('turned away from B')!, 0.3);
});

it('of a service behind an internal queue of one: a place left for the queue is a place free', async () => {
  const network = [
    ',A,B,home,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,home,A,B,home',
    'A,0,1,0,exp,0.5,0,0,,,,,,',
    'B,0,0,1,exp,0.4,0,1,,,,,,',
    'home,,,,,,,,,,,,,',
  ].join('\n');
  const calendar = ['metric,node,start,end,value', 'cap,A,0,,2', 'cap,B,0,,1', 'ext_arr,A,0,,1'].join('\n');
  const { model } = await imported(network, calendar);
  const rates = ratesOf([0, 0, 0, 0], ([care, ready, queue, cared]): Step[] => [
    care + ready === 2
      ? { to: [care, ready, queue, cared], rate: 1, what: 'turned away' }
      : { to: [care + 1, ready, queue, cared], rate: 1 },
    {
      to: cared === 0 ? [care - 1, ready, 0, 1] : queue === 0 ? [care - 1, ready, 1, 1] : [care - 1, ready + 1, 1, 1],
      rate: care * 0.5,
    },
    {
      to: ready > 0 ? [care, ready - 1, 1, 1] : queue > 0 ? [care, 0, 0, 1] : [care, 0, 0, 0],
      rate: cared * 0.4,
      what: 'left',
    },
  ]);
  const [leaves, turned] = simulated(
    model!,
    [
      ['B', 'leaves'],
      ['A', 'turnedAway'],
    ],
    100,
  );
  within(leaves, rates.get('left')!, 0.05);
  within(turned, rates.get('turned away')!, 0.08);
});
