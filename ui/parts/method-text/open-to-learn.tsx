// A link that opens a model to learn from in Explore; its file is fetched on a press.

export const OpenToLearn = ({ id }: { readonly id: string }) => (
  <a href={`#/explore?m=${id}&v=1`}>
    <code>models/learn/{id}.json</code>
  </a>
);
