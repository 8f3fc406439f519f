// What is wider or longer than its room: it scrolls by itself, and by keyboard too.
import type { CSSProperties, ReactNode } from 'react';

interface ScrolledProps {
  readonly label: string;
  readonly className: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

export const Scrolled = ({ label, children, ...looks }: ScrolledProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by Tab, or nobody without a mouse could see the rest of it
  <section {...looks} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
