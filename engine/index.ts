// The only door to the engine: everything the page and the terminal may use, in reading order.

// The document and what may be wrong with it.
export type { Change, Condition, Control, Evidence, Model, Option } from './model/document.ts';
export type { LonLat, NumberFacts } from './model/document/values.ts';
export { MOST_ASKED, storyViews, storyYears } from './model/document.ts';
export { jsonSchemaText } from './model/schema.ts';
export { nearestName, Refusal, sayProblem, type Problem } from './ground/problem.ts';
export { withoutFolders } from './ground/without-folders.ts';
export { childOf } from './ground/child-of.ts';
export { areAll, isNumber, isObject, isWhole, isWord } from './ground/form-of.ts';
export { fileKindOf } from './ground/file-kind.ts';
export { typedNumber, type TypedNumber } from './ground/typed-number.ts';
export { readModel, validate, type Checked } from './model/validation/validate.ts';
export { coveringEvidence } from './model/evidence.ts';
export { factsOf, numberAt, numberPaths } from './model/number-at.ts';
export { checkSet, setWarnings } from './model/path.ts';
export { dateAt, dayNumber, nextMonthStart } from './ground/dates.ts';
export { everyValueOf } from './model/who.ts';
export { stationKinds, type StationKind } from './model/stations/index.ts';

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
export { gatesOf } from './network/gate-outline.ts';
export { compileAsWritten, isAsWritten, type Program } from './network/compile.ts';
export { UNLIMITED } from './network/network.ts';
export { distributions, documentKey, meanings } from './distributions/index.ts';
export { offered } from './network/offered.ts';
export { estimate, sayBytes } from './study/estimate.ts';

// One replication, its trace and the world at a day.
export { isRowOf, placeOfMean, replicate, rowKeys, watch, type RowKey } from './study/replication.ts';
export { quantileType7 } from './ground/quantiles.ts';
export { logGamma } from './ground/gamma-and-beta.ts';
export type { Trace } from './trace/trace.ts';
export * as verbNumbers from './trace/trace.ts';
export { advanceWorld, copyWorld, startWorld, type World } from './trace/replay.ts';
export { causes } from './trace/causes.ts';
export { WaitState } from './trace/wait-state.ts';
export { waitIn, type Wait } from './trace/waits.ts';

// Experiments: intervals, differences, verdicts, and the document that holds them.
export { definitions, measures } from './account/measures/index.ts';
export { difference, interval, verdict, type Interval, type Verdict } from './study/statistics/confidence.ts';
export { differences, summarise, type DifferenceRow, type Row } from './study/experiment.ts';
export { makeManifest, resultDocument, VERSION, type Manifest } from './study/result.ts';
export { csvText, type Cell } from './study/csv.ts';
export { tidyColumns, tidyCsv, type Tidy, type TidyColumn } from './study/tidy.ts';
export { dictionaryOf, differencesTable, replicationsTable, summaryTable } from './study/result-tables.ts';
export { fingerprint } from './ground/fingerprint.ts';

// What a referee asks: has it settled, how long a warm-up, how many replications, which verdicts would be clear by chance.
export { judgeTogether, type JudgedTogether } from './study/statistics/false-verdicts.ts';
export { xmrOf, type Xmr } from './study/statistics/xmr.ts';
export { orderInterval, type OrderInterval } from './study/statistics/order-intervals.ts';
export { gainOfPairs, numberInPairs, pairsOf } from './study/statistics/pairs.ts';
export { isReached, PILOT, reached, replicationsNeeded } from './study/statistics/precision.ts';
export { settlingWords } from './study/statistics/settling-words.ts';
export { AT_LEAST_NOTHING, SHARE, limitsIn, within } from './study/statistics/possible.ts';
export { hasAverages, TO_SEE_WHETHER_IT_SETTLES, withAverages, withheldAgain } from './study/statistics/averages.ts';
export { judgeSettling, type Settling, type StationSettling } from './study/statistics/stability.ts';
export { adviseWarmUp, dailyPeople, type DailyPeople, type WarmUpAdvice } from './study/statistics/warm-up.ts';
export { warmUpWords } from './study/statistics/warm-up-words.ts';
export { replicateSpread, type Followed } from './study/statistics/spread.ts';
export { bySize, endsOf, sizeOf, swingLevel, swingOf, type Ends, type Swing } from './study/statistics/tornado.ts';
export { replicateByWeek, weekKeys, weekLimits } from './study/statistics/weeks.ts';

// What would it take: the least or most of one number so that a target holds.
export { meets, mostTries, solve, valuesToTry, type Solved, type Tries } from './study/solve.ts';
export { cheapest, type Cheapest } from './study/cheapest.ts';
export { together } from './study/together.ts';
export { numbersAt, settingsOf, type MixNumber, type Setting } from './study/select/setting.ts';
export { type Answer, type Ask, type Looked, type Search } from './study/select/looked.ts';
export { leastChange, type FoundLeast } from './study/select/least-change.ts';
export { bestWithin, type FoundWithin } from './study/select/best-within.ts';
export { leastMoney, type FoundMoney } from './study/select/least-money.ts';

// The frontier: the mixes that no other beats.
export { frontier, type Against, type Frontier, type FrontierPoint } from './study/frontier.ts';
export { besideMark, cheapestIsOther, type Beside, type CheapestMix } from './study/frontier-facts.ts';
export { placeSliders, USUAL_LEVERS } from './study/select/place-sliders.ts';
export { frontierReader } from './study/frontier-readings.ts';
export { frontierTable, type FrontierRow } from './study/frontier-table.ts';

// Sweeps: which combinations of some numbers are simulated, and what each came to.
export { designs, valuesOf, type Design, type DesignKind, type Lever } from './study/designs/index.ts';
export {
  reduceCombination,
  requestAt,
  simulateCombination,
  type Numbers,
  type SweptQuestion,
} from './study/sweep/combination.ts';
export { columnsOfNumbers } from './study/sweep/number-columns.ts';
export { rowsOfFound, sweptJson, sweptTable, type Found, type Swept } from './study/sweep/swept-rows.ts';

// Plausible worlds: every number with a range drawn at once, and in how many of them the option is better.
export { drawWorlds, type PlausibleWorld } from './study/worlds/drawing.ts';
export { readingWorlds, type JudgedReading } from './study/worlds/readings.ts';
export type { Uncertain } from './study/worlds/uncertain.ts';
export { judgeWorld, summariseWorlds, type JudgedWorld, type WorldsSummary } from './study/worlds/verdicts.ts';
export { comparedWorlds, whatDecides, type Deciding } from './study/worlds/deciding.ts';
export { readingWords, worldsWords } from './study/worlds/worlds-words.ts';
export { worldsJson, type DrawnNumbers } from './study/worlds/worlds-json.ts';

// Fits: lengths of stay, arrivals and routes from what happened.
export { fitStays, type StayFit } from './study/fit/stay-fit.ts';
export { curveOfStays, shapesToTake, sourceOfStays, stayPiece } from './study/fit/stay-piece.ts';
export type { FittedNumber } from './study/fit/family-fit.ts';
export { stayDoubts, stayWords } from './study/fit/stay-words.ts';
export type { Lengths } from './study/fit/weighed.ts';
export { fitArrivals, type ArrivalFit } from './study/fit/arrival-fit.ts';
export { arrivalPiece, observedPiece } from './study/fit/arrival-piece.ts';
export { arrivalWords } from './study/fit/arrival-words.ts';
export type { Counted } from './study/fit/rates.ts';
export { shareWithin } from './study/fit/share-fit.ts';
export { fitRoutes, type Move, type RouteFit } from './study/fit/route-fit.ts';
export { routeDoubts, routeWords } from './study/fit/route-words.ts';
export { goalMeant, placesMeant, routePlaces, type RoutePlace } from './study/fit/route-places.ts';
export { routePiece, withRoutes } from './study/fit/route-piece.ts';

// A plan of demand and capacity by month, and what the model needs and has.
export { plannedModel } from './study/plan/planned-model.ts';
export { PLAN, PLAN_MIX, type PlanAsks, type PlannedMonth } from './study/plan/plan.ts';
export { besidePlan } from './study/plan/beside-plan.ts';
export { serviceMeant, servicesOf } from './study/plan/plan-names.ts';

// Does it match what happened: a series beside the model.
export { ENGLAND_AND_WALES } from './ground/holidays.ts';
export { monthsIn, monthsOf } from './study/months.ts';
export { monthStart, periodEnd, spacingOf, type Series, type Spacing } from './study/match/series.ts';
export {
  SERIES_MEASURES,
  periodsInRun,
  replicatePeriods,
  type CountedRow,
  type Matched,
} from './study/match/periods.ts';
export { movedToDates } from './study/match/move-dates.ts';
export { bandOf, type Band } from './study/match/band.ts';
export { referenceOf, yearsToSimulate, type Effort, type Reference } from './study/match/reference.ts';
export { explain, type Explained } from './study/match/explain.ts';
export { bandWords, limitsWords, matchWords } from './study/match/match-words.ts';

// Work for threads: one protocol wherever they are.
export { work, type NetworkOutline, type WorkReply, type WorkRequest } from './study/work.ts';
export { programOf, type Compiler } from './study/kept-programs.ts';
export { replicateInParts } from './study/in-parts.ts';

// The second engine and its package, loaded only on request.
export { loadTwin, type Twin, type TwinReport } from './twin/twin.ts';
export { loadSimJs } from './twin/simjs-package.ts';

// The tool proves itself: models with known answers, and whether a simulation gives them.
export { checkGroups, type Check, type CheckGroup } from './checks/index.ts';
export { checkInShort, checkModel, checkRequest, judgeCheck, LEVEL, type Verified } from './checks/verify.ts';
