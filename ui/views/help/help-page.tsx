// The Help view: the words, how to read the map, the keyboard, what is left out and what was done so that everybody can use it.
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { LeftOut } from '../../parts/method-text/left-out.tsx';
import { settings } from '../../state/settings.ts';
import { turnViewKeys, viewKeys, viewsByDigit } from '../../address/view-keys.ts';
import { views } from '../../address/views.ts';
import { glossary, wordsOf, type Word } from '../../words/glossary.ts';
import './help.css';

const sections = [
  ['start', 'In a minute'],
  ['map', 'How to read the map'],
  ['words', 'The words'],
  ['keyboard', 'Keyboard'],
  ['limits', 'What it leaves out'],
  ['accessibility', 'For everybody'],
  ['more', 'More'],
] as const;
type Section = (typeof sections)[number][0];
const titleOf = (id: Section) => sections.find(([one]) => one === id)![1];

const onTheMap: readonly Word[] = [
  {
    term: 'A box',
    meaning:
      'A service, with its places: a bed, a bed under a roof, a house, one of a team. A free place is an outline; a house lights up when somebody is cared for in it.',
  },
  {
    term: 'A mark',
    meaning: 'One person. Shape and colour say what they need, wherever they are; the key under the map names them.',
  },
  {
    term: 'An amber bed',
    meaning:
      'Somebody ready to leave who is still here, and keeps the place. With one dark corner: for more than 7 days; with two: for more than 21.',
  },
  {
    term: 'A hatched pillow or roof',
    meaning: 'Somebody who needs other care than they have, because there was no place in what they needed.',
  },
  {
    term: 'Outlines before a service',
    meaning:
      'Its queue: one for each person who waits for a place in it and lies elsewhere, the longest nearest the door. Point at one, or go along by the arrow keys, to see whose bed it is.',
  },
  {
    term: 'A dim map',
    meaning:
      'Night, where it is played slowly. Played fast, the lines carry a pattern, because nobody could be seen on them.',
  },
  {
    term: 'A line between boxes',
    meaning: 'The way from one service to the next. The wider it is, the larger the share of people who take it.',
  },
  { term: 'full', meaning: 'Said of a service with no free place.' },
  {
    term: 'The whole map',
    meaning:
      'One simulated year of many. The numbers beside it are averages over all of them, so a single day on the map may look better or worse.',
  },
];

export function HelpPage({ section }: { readonly section?: string }) {
  const heading = useHeadingFocus();
  const model = useStore(settings, (s) => s.model);
  return (
    <div className="help">
      <h1 ref={section === undefined ? heading : undefined} tabIndex={-1}>
        Help
      </h1>
      <nav aria-label="On this page">
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#/help/${id}`} onClick={() => goTo(id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Part id="start" asked={section}>
        <ol>
          <li>
            In <a href="#/explore">Explore</a>, move a slider. The sentence above the map says what difference the model
            suggests this would make to the people waiting, and how sure that is.
          </li>
          <li>Choose an option to see a whole proposal. Undo goes back as far as you like.</li>
          <li>
            In <a href="#/assumptions">Assumptions</a>, see where each number comes from and which matter most. Put in
            your own.
          </li>
          <li>
            In <a href="#/report">Report</a>, take a paper away. The address in the browser’s bar always brings back
            this very screen.
          </li>
        </ol>
      </Part>
      <Part id="map" asked={section}>
        <Words of={onTheMap} />
      </Part>
      <Part id="words" asked={section}>
        <Words of={glossary} />
        {model && wordsOf(model).length > 0 && (
          <>
            <h3>In “{model.title}”</h3>
            <Words of={wordsOf(model)} />
          </>
        )}
      </Part>
      <Part id="keyboard" asked={section}>
        <Keyboard />
      </Part>
      <Part id="limits" asked={section}>
        <LeftOut />
      </Part>
      <Part id="accessibility" asked={section}>
        <ul>
          <li>Everything can be done by keyboard. A yellow edge shows where you are.</li>
          <li>Every picture has its numbers in words for screen readers, and a table of them beside it.</li>
          <li>No meaning is carried by colour alone: shapes, words and arrows say the same.</li>
          <li>
            If your computer asks for less motion, nothing travels and nothing starts by itself. The steps and the table
            under the map give the same facts.
          </li>
          <li>It can be read at 400 % and on a phone, in one column.</li>
          <li>Nothing is sent anywhere: everything is worked out on this computer, and no patient data is needed.</li>
          <li>
            If something is in your way, tell whoever gave you this page; the tables and the report hold the same facts
            meanwhile.
          </li>
        </ul>
      </Part>
      <Part id="more" asked={section}>
        <ul>
          <li>
            <a href="#/method">Method</a>: every rule and every measure, with a small model to try each.
          </li>
          <li>
            <a href="#/checks">Checks</a>: the tool simulates models with known answers while you watch.
          </li>
          <li>
            <a href="#/start">Models</a>: what else comes with the page, and how to open a file of your own.
          </li>
        </ul>
      </Part>
    </div>
  );
}

interface PartProps {
  readonly id: Section;
  /** The section the address asks for. */
  readonly asked: string | undefined;
  readonly children: React.ReactNode;
}

const Part = ({ id, asked, children }: PartProps) => (
  <section aria-labelledby={`help-${id}`}>
    <h2 id={`help-${id}`} tabIndex={-1} ref={asked === id ? arrive : undefined}>
      {titleOf(id)}
    </h2>
    {children}
  </section>
);

const Words = ({ of }: { readonly of: readonly Word[] }) => (
  <dl className="words">
    {of.map(({ term, meaning }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);

const keys: readonly (readonly [where: string, keys: string, does: string])[] = [
  ['Anywhere', 'Tab, Shift+Tab', 'to the next control, or the one before'],
  ['Explore', 'Ctrl+Z, Ctrl+Shift+Z (⌘ on a Mac)', 'undo, redo'],
  ['A slider', 'arrow keys; Page Up, Page Down; Home, End', 'a step; a tenth of the range; the ends'],
  ['A number box', 'type, then Enter; Escape', 'take the number; leave it as it was'],
  ['The play bar', '← →; Space or Enter', 'from button to button; press'],
  ['The day', '← →; Page Up, Page Down; Home, End', 'a day; a week; first and last'],
  ['A menu or a folded section', 'Enter or Space', 'open and close'],
  ['Present', '→ ←; Space; B or full stop; Escape', 'next step, step before; freeze; black screen; Explore'],
];

function Keyboard() {
  const areOn = useStore(viewKeys, (s) => s.areOn);
  return (
    <>
      <label className="switch">
        <input type="checkbox" checked={areOn} onChange={({ target }) => turnViewKeys(target.checked)} /> Alt+Shift and
        a digit go to a view
      </label>
      <table>
        <caption className="hidden">Keys</caption>
        <ColumnHeads of={['Where', 'Keys', 'What they do']} />
        <tbody>
          {viewsByDigit.map((name, at) => {
            const line = views.find(({ view }) => view === (name as string));
            return (
              line && (
                <tr key={name} data-keys={at + 1} className={areOn ? undefined : 'off'}>
                  <th scope="row">Anywhere</th>
                  <td>
                    <kbd>Alt+Shift+{at + 1}</kbd>
                  </td>
                  <td>
                    to {name === 'help' ? 'Help' : line.name}
                    {!areOn && ' (turned off)'}
                  </td>
                </tr>
              )
            );
          })}
          {keys.map(([where, pressed, does]) => (
            <tr key={where}>
              <th scope="row">{where}</th>
              <td>{pressed}</td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>No single letter or digit does anything by itself, so that speaking to the computer is safe.</p>
    </>
  );
}

/** As soon as it is there. */
const arrive = (heading: HTMLElement | null) => {
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};
/** Also where the address says so already. */
const goTo = (id: Section) => arrive(document.getElementById(`help-${id}`));
