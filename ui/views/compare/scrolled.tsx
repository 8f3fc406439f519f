// A table wider or longer than its room: it scrolls by itself, and by keyboard too.

interface ScrolledProps {
  readonly label: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

export const Scrolled = ({ label, className = '', children }: ScrolledProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by Tab, or nobody without a mouse could see the rest of it
  <section className={`lines-scroll ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
