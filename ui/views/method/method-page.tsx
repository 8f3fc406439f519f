// The methods page: every rule of flow, every measure and how sure a number is, in the words of methods.md, with its contents.
import { lexer, type Tokens } from 'marked';
import { useEffect } from 'react';
import { Blocks } from '../../parts/method-text/markdown.tsx';
import text from '../../words/methods.md?raw';
import { headingId } from '../../parts/method-text/method-sections.ts';
import '../../parts/method-text/method.css';

const tokens = lexer(text);
/** Parts and, under each, its sections. */
const contents = tokens
  .filter((token): token is Tokens.Heading => token.type === 'heading')
  .reduce<{ heading: Tokens.Heading; sections: Tokens.Heading[] }[]>((parts, heading) => {
    if (heading.depth === 2) parts.push({ heading, sections: [] });
    if (heading.depth === 3) parts.at(-1)?.sections.push(heading);
    return parts;
  }, []);

/** `section` is the id of a heading to begin at, such as `rule-4` or `measure-waiting`. */
export function MethodPage({ section }: { section?: string }) {
  useEffect(() => {
    if (section !== undefined) goTo(section);
  }, [section]);
  return (
    <div className="method">
      <nav aria-label="Contents">
        <ul>
          {contents.map(({ heading, sections }) => (
            <li key={heading.text}>
              <Entry heading={heading} />
              {sections.length > 0 && (
                <ul>
                  {sections.map((one) => (
                    <li key={one.text}>
                      <Entry heading={one} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <article>
        <Blocks tokens={tokens} />
      </article>
    </div>
  );
}

function Entry({ heading }: { heading: Tokens.Heading }) {
  const id = headingId(heading.text);
  return (
    <a
      href={`#/method/${id}`}
      // Also where the address says so already.
      onClick={() => goTo(id)}
    >
      {heading.text.replaceAll('`', '')}
    </a>
  );
}

/** The address bar's own way of finding a heading is taken by the views. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
