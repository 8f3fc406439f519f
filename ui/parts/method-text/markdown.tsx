// Text as React elements: the few forms of Markdown that the methods use, and no HTML at all.
import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { OpenToLearn } from './open-to-learn.tsx';
import { headingId, learnId } from './method-sections.ts';
import './method.css';

const PROOF = 'Shown right by:';

export function Blocks({ tokens }: { tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, at) => <Block key={at} token={token} />);
}

function Block({ token }: { token: Token }): ReactNode {
  if (token.type === 'heading') {
    const { depth, text, tokens } = token as Tokens.Heading;
    const Level = `h${depth}` as 'h1' | 'h2' | 'h3';
    // Headings are reached from the contents, and the focus goes with the eye.
    return (
      <Level id={headingId(text)} tabIndex={-1}>
        <Inline tokens={tokens} />
      </Level>
    );
  }
  if (token.type === 'paragraph') {
    const { text, tokens } = token as Tokens.Paragraph;
    return (
      <p className={text.startsWith(PROOF) ? 'proof' : undefined}>
        <Inline tokens={tokens} />
      </p>
    );
  }
  if (token.type === 'list')
    return (
      <ul>
        {(token as Tokens.List).items.map((item, at) => (
          <li key={at}>
            <Blocks tokens={item.tokens} />
          </li>
        ))}
      </ul>
    );
  return <Inline tokens={[token]} />;
}

function Inline({ tokens }: { tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, at) => <Piece key={at} token={token} />);
}

function Piece({ token }: { token: Token }): ReactNode {
  if (token.type === 'space') return null;
  const inside = 'tokens' in token && token.tokens ? <Inline tokens={token.tokens} /> : 'text' in token && token.text;
  if (token.type === 'strong') return <strong>{inside}</strong>;
  if (token.type === 'em') return <em>{inside}</em>;
  if (token.type === 'link') return <a href={(token as Tokens.Link).href}>{inside}</a>;
  if (token.type !== 'codespan') return inside;
  const { text } = token as Tokens.Codespan;
  const id = learnId(text);
  return id === null ? <code>{text}</code> : <OpenToLearn id={id} />;
}
