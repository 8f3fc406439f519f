// A new model: a few questions, each with its usual answer in grey, make a model in which every number says it is illustrative.
import { useId, useState, type FormEvent } from 'react';
import {
  blankModel,
  blankQuestions,
  refusedAnswer,
  refusedStart,
  refusedTitle,
  typedNumber,
  type BlankAnswers,
  type BlankQuestion,
  type Problem,
} from '../../../engine/index.ts';
import { openFile } from '../../parts/menus/open-file.tsx';

type Typed = Readonly<Record<string, string>>;
/** What `TITLE` and `START` are called among what is typed; every other key is a question's. */
const [TITLE, START] = ['title', 'startDate'] as const;
const USUAL: Typed = { [TITLE]: 'Our place', [START]: `${new Date().getFullYear() + 1}-04-01` };

/** Answers in order, the usual one where nothing was typed; what cannot be used is in `refused`, by key. */
function read(typed: Typed) {
  const refused: Record<string, Problem> = {};
  const usual: Record<string, number> = {};
  let answers: BlankAnswers = {};
  const open: BlankQuestion[] = [];
  for (const question of blankQuestions) {
    if (!question.isOpen(answers)) continue;
    open.push(question);
    const { key } = question;
    usual[key] = question.usual(answers);
    const text = (typed[key] ?? '').trim();
    const number = text === '' ? { value: usual[key] } : typedNumber(text, question.isWhole);
    const value = 'value' in number ? number.value : NaN;
    const refusal = refusedAnswer(question, value, answers, question.asks);
    const problem = 'hint' in number && refusal ? { ...refusal, found: `“${text}”`, hint: number.hint } : refusal;
    if (problem) refused[key] = problem;
    answers = { ...answers, [key]: problem ? usual[key] : value };
  }
  const [title, start] = [typed[TITLE] || USUAL[TITLE], typed[START] || USUAL[START]];
  const problems = { [TITLE]: refusedTitle(title, 'Name'), [START]: refusedStart(start, 'First day') };
  for (const [key, problem] of Object.entries(problems)) if (problem) refused[key] = problem;
  return { open, usual, answers, title, start, refused };
}

export function BlankPlace() {
  const [typed, setTyped] = useState<Typed>({});
  const [isAsked, setAsked] = useState(false);
  const { open, usual, answers, title, start, refused } = read(typed);
  const field = (key: string) => ({
    value: typed[key] ?? '',
    problem: isAsked ? refused[key] : undefined,
    onType: (text: string) => setTyped({ ...typed, [key]: text }),
  });
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(refused).length > 0) return;
    const text = JSON.stringify(blankModel(answers, title, start), null, 2);
    void openFile(new File([text], 'our-place.json', { type: 'application/json' }));
  };
  return (
    <details className="start-blank">
      <summary>Begin with a blank place</summary>
      <form onSubmit={begin} noValidate>
        <p>
          What you leave empty takes the usual answer, shown in grey: national numbers for a place of that size. Every
          number of the new model says that it is illustrative until you give it a source.
        </p>
        <Field asks="Name of the place" unit="" usual={USUAL[TITLE]} {...field(TITLE)} />
        <Field asks="First day of the year" unit="YYYY-MM-DD" usual={USUAL[START]} {...field(START)} />
        {open.map(({ key, asks, unit }) => (
          <Field key={key} asks={asks} unit={unit} usual={String(usual[key])} isNumber {...field(key)} />
        ))}
        <button type="submit">Open this model</button>
        {isAsked && Object.keys(refused).length > 0 && <p role="alert">Not opened: see what is marked above.</p>}
      </form>
    </details>
  );
}

interface FieldProps {
  readonly asks: string;
  readonly unit: string;
  readonly usual: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly isNumber?: boolean;
  onType(text: string): void;
}

function Field({ asks, unit, usual, value, problem, isNumber = false, onType }: FieldProps) {
  const id = useId();
  return (
    <p className="start-field">
      <label htmlFor={id}>
        {asks}
        {unit !== '' && <span className="small"> ({unit})</span>}
      </label>
      <input
        id={id}
        type="text"
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        placeholder={usual}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        onChange={(event) => onType(event.target.value)}
      />
      {problem && (
        <span id={`${id}-problem`} className="problem">
          Found {problem.found}; expected {problem.expected}. {problem.hint}
        </span>
      )}
    </p>
  );
}
