// One panel of the story: its heading, a picture, and the words that say the same.

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly picture?: React.ReactNode;
  /** What follows the words. */
  readonly children?: React.ReactNode;
}

export const Panel = ({ id, title, lines, picture, children }: PanelProps) => (
  <section className="story-panel" data-panel={id} aria-labelledby={`story-${id}`}>
    <h2 id={`story-${id}`}>{title}</h2>
    {picture && <div className="story-picture">{picture}</div>}
    <div className="story-words">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  </section>
);

/** What comes before long. */
export const WAIT = 'One moment: the computer is still at work…';
