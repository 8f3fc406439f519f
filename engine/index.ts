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
} from './model/document.ts';
export { MOST_ASKED, modelSchema, storyViews, storyYears } from './model/document.ts';
export { jsonSchema, jsonSchemaText } from './model/schema.ts';
export { nearestName, Refusal, sayProblem, type Problem } from './ground/problem.ts';
export { fileKindOf } from './ground/file-kind.ts';
export { typedNumber, type TypedNumber } from './ground/typed-number.ts';
export { readModel, validate } from './model/validation/validate.ts';
export { coveringEvidence } from './model/evidence.ts';
export { datable, factsOf, numberAt, numberPaths } from './model/number-at.ts';
export { checkSet, setPaths, setWarnings } from './model/path.ts';
export { dateAt, dayNumber, weekdayAt } from './ground/dates.ts';
export { distributions, samplerOf } from './distributions/index.ts';
export { stationKinds } from './model/stations/index.ts';
export { everyValueOf } from './model/who.ts';

// A new model, from the answers to a few questions.
export { blankModel } from './model/blank/document.ts';
export {
  blankQuestions,
  expectedAnswer,
  refusedAnswer,
  refusedStart,
  refusedTitle,
  type BlankAnswers,
  type BlankQuestion,
} from './model/blank/questions.ts';

// A run's request, and what it comes down to.
export { askedBy, type Asked } from './model/asked.ts';
export { optionsOf, type LiveChange, type RunRequest } from './model/option.ts';
export { compile } from './network/compile-request.ts';
export { compileAsWritten, isAsWritten, type Program } from './network/compile.ts';
export { UNLIMITED, type Network } from './network/network.ts';
export { offered, type OfferedRow } from './network/offered.ts';
export { estimate, sayBytes, type AlsoAsked, type Estimate } from './study/estimate.ts';

// One replication, its trace and the world at a day.
export { censusAt, replicate, rowKeys, watch, type Census, type RowKey } from './study/replication.ts';
export { startRun, type MayGoOn, type Run } from './run/native.ts';
export { levelQuantile, quantileType7 } from './ground/quantiles.ts';
export { verbs, type Trace, type Verb } from './trace/trace.ts';
export * as verbNumbers from './trace/trace.ts';
export { advanceWorld, copyWorld, startWorld, type World } from './trace/replay.ts';
export { causes } from './trace/causes.ts';
export { gatesOf, type GateOutline } from './network/gate-outline.ts';
export { WaitState } from './trace/wait-state.ts';
export { waitAt, waitIn, type Wait, type WaitEnd, type WatchedWaits } from './trace/waits.ts';

// Experiments: intervals, differences, verdicts, and the document that holds them.
export { measures, type Measure } from './account/measures/index.ts';
export {
  difference,
  interval,
  studentQuantile,
  verdict,
  type Interval,
  type Verdict,
} from './study/statistics/confidence.ts';
export { differences, summarise, type DifferenceRow, type Row } from './study/experiment.ts';
export { makeManifest, resultDocument, rowsText, VERSION, type Manifest } from './study/result.ts';
export {
  csvText,
  differenceColumns,
  differencesCsv,
  replicationsCsv,
  summaryColumns,
  summaryCsv,
  type Cell,
} from './study/csv.ts';
export { canonicalJson, fingerprint } from './ground/fingerprint.ts';

// What a referee asks: has it settled, how long a warm-up, how many replications, which verdicts would be clear by chance.
export { judgeTogether, type JudgedTogether } from './study/statistics/false-verdicts.ts';
export { xmrOf, type Xmr } from './study/statistics/xmr.ts';
export { orderInterval, type OrderInterval } from './study/statistics/order-intervals.ts';
export { gainOfPairs, numberInPairs, pairMeans, pairedInterval, pairsOf, type Gain } from './study/statistics/pairs.ts';
export type { PlannedChange } from './study/statistics/planned.ts';
export { isReached, PILOT, reached, replicationsNeeded } from './study/statistics/precision.ts';
export { settlingWords } from './study/statistics/settling-words.ts';
export { AT_LEAST_NOTHING, SHARE, limitsIn, within, type Limits } from './study/statistics/possible.ts';
export { hasAverages, TO_SEE_WHETHER_IT_SETTLES, withAverages, withheldAgain } from './study/statistics/averages.ts';
export { judgeSettling, type Settling, type StationSettling, type Trend } from './study/statistics/stability.ts';
export { adviseWarmUp, dailyPeople, mser5, type DailyPeople, type WarmUpAdvice } from './study/statistics/warm-up.ts';
export { replicateSpread, type Followed } from './study/statistics/spread.ts';
export { bySize, endsOf, sizeOf, swingLevel, swingOf, type Ends, type Swing } from './study/statistics/tornado.ts';
export { replicateByWeek, weekAt, weekKeys, weekLimits, weeksIn } from './study/statistics/weeks.ts';

// What would it take: the least or most of one number so that a target holds.
export {
  meets,
  mostTries,
  solve,
  valuesToTry,
  type Solved,
  type Target,
  type Tried,
  type Tries,
} from './study/solve.ts';

// Work for threads: one protocol wherever they are.
export { work, type Compiler, type NetworkOutline, type WorkReply, type WorkRequest } from './study/work.ts';

// The second engine and its package, loaded only on request.
export { loadTwin, type Twin, type TwinReport } from './twin/twin.ts';
export { loadSimJs, type SimEntity, type SimPackage } from './twin/simjs-package.ts';

// The tool proves itself: models with known answers, and whether a simulation gives them.
export { checkGroups, type Check, type CheckGroup } from './checks/index.ts';
export {
  checkInShort,
  checkModel,
  checkRequest,
  judgeCheck,
  LEVEL,
  verifyCase,
  type Verified,
} from './checks/verify.ts';
