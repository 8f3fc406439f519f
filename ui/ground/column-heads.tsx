// The head of a table: what each of its columns holds.

interface ColumnHeadsProps {
  readonly of: readonly string[];
  /** What the first column is called by those who hear the table; the eye sees it from its cells. */
  readonly heard?: string;
}

export const ColumnHeads = ({ of, heard }: ColumnHeadsProps) => (
  <thead>
    <tr>
      {heard !== undefined && (
        <th scope="col">
          <span className="hidden">{heard}</span>
        </th>
      )}
      {of.map((title, at) => (
        <th key={`${at} ${title}`} scope="col">
          {title}
        </th>
      ))}
    </tr>
  </thead>
);
