// A link that opens a model to learn from in the Explore view; the file is fetched when it is asked for.

export const OpenToLearn = ({ id }: { readonly id: string }) => (
  <a href={`#/explore?m=${id}&v=1`}>
    <code>models/learn/{id}.json</code>
  </a>
);
