// The only door to the engine: everything the page and the terminal may use, in reading order.

// The document and what may be wrong with it.
export type {
  Alternative,
  Change,
  Condition,
  Control,
  Evidence,
  Model,
  Need,
  NumberFacts,
  Option,
  Station,
  Stream,
  Way,
} from './document.ts';
export { modelSchema, storyViews, storyYears } from './document.ts';
export { jsonSchema, jsonSchemaText } from './schema.ts';
export { nearestName, Refusal, sayProblem, type Problem } from './problem.ts';
export { fileKindOf } from './file-kind.ts';
export { typedNumber, type TypedNumber } from './typed-number.ts';
export { readModel, validate } from './validation/validate.ts';
export { coveringEvidence } from './evidence.ts';
export { datable, factsOf, numberAt, numberPaths } from './number-at.ts';
export { checkSet, setPaths, setWarnings } from './path.ts';
export { dateAt, dayNumber, weekdayAt } from './dates.ts';
export { distributions, samplerOf } from './distributions/index.ts';
export { stationKinds } from './stations/index.ts';
export { everyValueOf } from './who.ts';

// A new model, from the answers to a few questions.
export { blankModel } from './blank/document.ts';
export {
  blankQuestions,
  expectedAnswer,
  refusedAnswer,
  refusedStart,
  refusedTitle,
  type BlankAnswers,
  type BlankQuestion,
} from './blank/questions.ts';

// A run's request, and what it comes down to.
export { optionsOf, type LiveChange, type RunRequest } from './option.ts';
export { compile } from './compile-request.ts';
export { compileAsWritten, isAsWritten, type Program } from './compile.ts';
export { UNLIMITED, type Network } from './network.ts';
export { offered, type OfferedRow } from './offered.ts';
export { estimate, sayBytes, type AlsoAsked, type Estimate } from './estimate.ts';

// One replication, its trace and the world at a day.
export { censusAt, replicate, rowKeys, watch, type Census, type RowKey } from './replication.ts';
export { startRun, type MayGoOn, type Run } from './native.ts';
export { levelQuantile, quantileType7 } from './quantiles.ts';
export { verbs, type Trace, type Verb } from './trace.ts';
export * as verbNumbers from './trace.ts';
export { advanceWorld, copyWorld, startWorld, type World } from './replay.ts';
export { causes } from './causes.ts';
export { gatesOf, type GateOutline } from './gate-outline.ts';
export { WaitState } from './wait-state.ts';
export { waitAt, waitIn, type Wait, type WaitEnd, type WatchedWaits } from './waits.ts';

// Experiments: intervals, differences, verdicts, and the document that holds them.
export { measures, type Measure } from './measures/index.ts';
export {
  difference,
  interval,
  studentQuantile,
  verdict,
  type Interval,
  type Verdict,
} from './statistics/confidence.ts';
export { differences, summarise, type DifferenceRow, type Row } from './experiment.ts';
export { makeManifest, resultDocument, rowsText, VERSION, type Manifest } from './result.ts';
export {
  csvText,
  differenceColumns,
  differencesCsv,
  replicationsCsv,
  summaryColumns,
  summaryCsv,
  type Cell,
} from './csv.ts';
export { canonicalJson, fingerprint } from './fingerprint.ts';

// What a referee asks: has it settled, how long a warm-up, how many replications, which verdicts would be clear by chance.
export { judgeTogether, type JudgedTogether } from './statistics/false-verdicts.ts';
export { xmrOf, type Xmr } from './statistics/xmr.ts';
export { orderInterval, type OrderInterval } from './statistics/order-intervals.ts';
export { gainOfPairs, numberInPairs, pairMeans, pairedInterval, pairsOf, type Gain } from './statistics/pairs.ts';
export type { PlannedChange } from './statistics/planned.ts';
export { isReached, PILOT, reached, replicationsNeeded } from './statistics/precision.ts';
export { settlingWords } from './statistics/settling-words.ts';
export { AT_LEAST_NOTHING, SHARE, limitsIn, within, type Limits } from './statistics/possible.ts';
export { hasAverages, TO_SEE_WHETHER_IT_SETTLES, withAverages, withheldAgain } from './statistics/averages.ts';
export { judgeSettling, type Settling, type StationSettling, type Trend } from './statistics/stability.ts';
export { adviseWarmUp, dailyPeople, mser5, type DailyPeople, type WarmUpAdvice } from './statistics/warm-up.ts';
export { replicateSpread, type Followed } from './statistics/spread.ts';
export { bySize, endsOf, sizeOf, swingLevel, swingOf, type Ends, type Swing } from './statistics/tornado.ts';
export { replicateByWeek, weekAt, weekKeys, weekLimits, weeksIn } from './statistics/weeks.ts';

// What would it take: the least or most of one number so that a target holds.
export { meets, mostTries, solve, valuesToTry, type Solved, type Target, type Tried, type Tries } from './solve.ts';

// Work for threads: one protocol wherever they are.
export { work, type Compiler, type NetworkOutline, type WorkReply, type WorkRequest } from './work.ts';

// The second engine and its package, loaded only when asked for.
export { loadTwin, type Twin, type TwinReport } from './twin/twin.ts';
export { loadSimJs, type SimEntity, type SimPackage } from './twin/simjs-package.ts';

// The tool proves itself: models with known answers, and whether a simulation gives them.
export { checkGroups, type Check, type CheckGroup } from './checks/index.ts';
export { checkInShort, checkModel, checkRequest, judgeCheck, LEVEL, verifyCase, type Verified } from './verify.ts';
