// The Story view: one invented person in two futures, what it comes to for everybody, how sure that is, and the way to try it; for a phone first.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { settings } from '../../state/settings.ts';
import { sayPlainFinding } from '../../words/plain/everybody.ts';
import { sayConditions } from '../../words/plain/sure.ts';
import { Everybody, HowOften } from './everybody.tsx';
import { NotKnown, Sure, TryIt } from './doubts.tsx';
import { Harm, Plan, Today, Who, Why } from './person.tsx';
import './story.css';
import { changeOf, useStory } from './use-story.ts';

export function StoryPage() {
  const model = useStore(settings, (s) => s.model);
  const option = useStore(settings, (s) => s.present.option);
  // The story of another plan begins at its top.
  if (model) return <StoryOf key={`${model.id} ${option}`} model={model} />;
  return (
    <div className="story">
      <h1>Story</h1>
      <p>One moment…</p>
    </div>
  );
}

function StoryOf({ model }: { readonly model: Model }) {
  const heading = useHeadingFocus();
  const story = useStory(model);
  const [now, then] = story.crowds;
  const finding = sayPlainFinding(now, then, changeOf(story), story.isFinal);
  const [place] = model.title.split(':');
  return (
    <div className="story" data-status={story.isDone ? 'done' : story.problem === '' ? 'sharpening' : 'failed'}>
      <section className="story-finding" aria-label="The finding" data-tone={finding.tone}>
        <p>
          <b>{finding.sentence}</b> {finding.range !== '' && <span>{finding.range}</span>}
        </p>
      </section>
      <h1 ref={heading} tabIndex={-1}>
        {place}: one person’s story
      </h1>
      {story.conditions.length > 0 && <p className="story-conditions">{sayConditions(story.conditions)}</p>}
      {story.problem !== '' && (
        <p role="alert" className="story-problem">
          The rest of the story could not be worked out. {story.problem}
        </p>
      )}
      <Who story={story} />
      <Today story={story} />
      <Plan story={story} />
      <Why story={story} />
      <Harm story={story} />
      <Everybody story={story} />
      <HowOften story={story} />
      <Sure story={story} range={finding.range} />
      <NotKnown story={story} />
      <TryIt story={story} />
    </div>
  );
}
