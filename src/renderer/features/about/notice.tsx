import type { ReactNode } from 'react';
import './about.css';

export interface NoticeItem {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** A way to act on what is said, under it. */
  readonly foot?: ReactNode;
}

interface NoticeProps {
  readonly title: string;
  readonly intro?: string;
  readonly items: readonly NoticeItem[];
  readonly children?: ReactNode;
}

/** A text to be read: what each part is about on one side, what it says on the other. */
export function Notice({ title, intro, items, children }: NoticeProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {intro === undefined ? null : <p className="notice-intro">{intro}</p>}
      <dl className="notice-items">
        {items.map(({ key, title: name, lines, foot }) => (
          <div key={key} className="notice-item">
            <dt>{name}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {foot}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
