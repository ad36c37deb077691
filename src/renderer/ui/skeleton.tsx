import './states.css';

/** Grey lines that keep the layout while the words come. */
export function Skeleton({ width }: { readonly width: string }) {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}
