import './level-dots.css';

/** One to three squares and the word that says the same: the squares are for the eye only. */
export function LevelDots({ level, word }: { readonly level: 1 | 2 | 3; readonly word: string }) {
  return (
    <span className="level">
      <span className="level-squares" aria-hidden="true">
        {[1, 2, 3].map((square) => (
          <span key={square} className="level-square" data-on={square <= level} />
        ))}
      </span>
      <span>{word}</span>
    </span>
  );
}

interface RangeBandProps {
  readonly low: number;
  readonly high: number;
  readonly expected: number;
  /** The same end of scale for every row of a list, so that bands compare. */
  readonly max: number;
  readonly word: string;
}

/** Its interval in words, and under them a pale band from low to high with a mark where it is most expected. */
export function RangeBand({ low, high, expected, max, word }: RangeBandProps) {
  const percent = (value: number): string => `${Math.min(100, (100 * value) / Math.max(max, 1e-9)).toFixed(1)}%`;
  return (
    <span className="level-range">
      <span>{word}</span>
      <span className="range-band" aria-hidden="true">
        <span className="range-band-span" style={{ insetInlineStart: percent(low), width: percent(high - low) }} />
        <span className="range-band-mark" style={{ insetInlineStart: percent(expected) }} />
      </span>
    </span>
  );
}
