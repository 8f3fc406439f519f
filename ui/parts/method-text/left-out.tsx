// What the model leaves out, in the words of the methods, for the views that have to say it.
import { lexer, type Tokens } from 'marked';
import { Blocks } from './markdown.tsx';
import text from '../../words/methods.md?raw';

const HEADING = 'What it leaves out';

/** The list under that heading, and what follows it. */
const tokens = (() => {
  const all = lexer(text);
  const from = all.findIndex((token) => token.type === 'heading' && (token as Tokens.Heading).text === HEADING);
  const to = all.findIndex((token, at) => at > from && token.type === 'heading');
  return from < 0 ? [] : all.slice(from + 1, to < 0 ? undefined : to);
})();

export const LeftOut = () => <Blocks tokens={tokens} />;
