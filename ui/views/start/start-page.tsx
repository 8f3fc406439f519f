// The models to start from: those of a place first, then the small ones that each show a rule, and the user's own file.
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { FIRST_MODEL } from '../../model/first-model.ts';
import { isShipped } from '../../model/shipped-models.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { FileInput } from '../../parts/menus/open-file.tsx';
import { left, type Left } from '../../state/left.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { BlankPlace } from './blank-place.tsx';
import { DrawYourOwn } from './draw-your-own.tsx';
import { DocumentPicture } from './document-picture.tsx';
import { allLists, type Lists, type Outline } from './outlines.ts';
import './start.css';

export function StartPage() {
  const [lists, setLists] = useState<Lists | 'failed'>();
  const heading = useHeadingFocus();
  useEffect(() => {
    allLists().then(setLists, () => setLists('failed'));
  }, []);
  return (
    <div className="start">
      <h1 ref={heading} tabIndex={-1}>
        Start from…
      </h1>
      <OpenNow />
      {lists === 'failed' && <p role="alert">The models could not be loaded. Reload the page.</p>}
      {lists === undefined && <p>Reading the models…</p>}
      {typeof lists === 'object' && <Listed {...lists} />}
    </div>
  );
}

/** What is open stays open, with all that was done in it, until another is chosen; and then it can be gone back to. */
function OpenNow() {
  const model = useStore(settings, (s) => s.model);
  const isEdited = useStore(settings, (s) => hasEdits(s.present));
  const last = useStore(left, (s) => s.last);
  if (!model) return <p className="lead start-lead">Choose a model. It opens in Explore, already running.</p>;
  return (
    <p className="lead start-lead">
      Open now: <a href="#/explore">{model.title}</a>
      {isEdited && ', with your changes'}. Choosing another leaves it as it is: you can go back to it.{' '}
      {last && (
        <button type="button" onClick={() => goBackTo(last)}>
          Go back to “{last.title}”
        </button>
      )}
    </p>
  );
}

function goBackTo({ goBack }: Left): void {
  goBack();
  location.hash = '#/explore';
}

function Listed({ shipped, lessons }: Lists) {
  const id = useId();
  return (
    <>
      <ul className="start-models">
        {shipped.map((one) => (
          <li key={one.id}>
            <Card of={one} />
          </li>
        ))}
        <li className="start-own">
          <h2>A model of your own</h2>
          <label htmlFor={`${id}-file`}>Open a model (workbook or JSON), or drop one on the page</label>
          <FileInput id={`${id}-file`} />
          <p>
            It is read on this computer and sent nowhere. The model that is open now stays open until the new one has
            passed its checks.
          </p>
          <DrawYourOwn />
          <BlankPlace />
        </li>
      </ul>
      <h2 className="start-lessons-head">Models to learn from: one rule each</h2>
      <p className="lead start-lead">Small made-up models. Each has an option that shows what its rule does.</p>
      <div className="start-lessons">
        {lessons.map(({ section, heading, models }) => (
          <section key={section}>
            <h3>{section === '' ? heading : <a href={`#/method/${section}`}>{heading}</a>}</h3>
            <ul>
              {models.map((one) => (
                <li key={one.id}>
                  <Lesson of={one} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

const addressOf = (id: string): string => `#/explore?m=${id}&v=1`;

function Card({ of }: { readonly of: Outline }) {
  const options = of.options?.length ?? 0;
  return (
    <article className="start-card">
      <DocumentPicture of={of} isLarge />
      <h2>
        <OpenLink of={of} />
      </h2>
      <p>{of.about}</p>
      {options > 1 && (
        <p className="small">
          {options} options: {of.options!.map(({ title }) => title).join(' · ')}
        </p>
      )}
    </article>
  );
}

function Lesson({ of }: { readonly of: Outline }) {
  return (
    <article className="start-lesson">
      <DocumentPicture of={of} />
      <div>
        <h4>
          <OpenLink of={of} />
        </h4>
        <p>{firstSentence(of.about)}</p>
      </div>
    </article>
  );
}

/** The model that is open is not opened afresh: its settings stay. */
function OpenLink({ of }: { readonly of: Outline }) {
  const isOpen = useStore(settings, (s) => s.model?.id === of.id && isShipped(of.id));
  return (
    <>
      <a href={isOpen ? '#/explore' : addressOf(of.id)}>{of.title}</a>
      {isOpen && <span className="start-mark">open now</span>}
      {of.id === FIRST_MODEL && !isOpen && <span className="start-mark">example</span>}
    </>
  );
}

const firstSentence = (text: string): string => /^.*?[.!?](?= |$)/s.exec(text)?.[0] ?? text;
