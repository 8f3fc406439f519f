// A note of what went wrong or has changed, with room for what can be done about it.

interface ProblemProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isNews?: boolean;
  readonly children: React.ReactNode;
}

export function Problem({ title, lines, isNews = false, children }: ProblemProps) {
  return (
    <section className={isNews ? 'problem-note news' : 'problem-note'}>
      <h2>{title}</h2>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
