import { useId } from 'react';
import './form.css';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
  /** In a layer that begins with it: what is chosen has the focus first, or the first one where nothing is. */
  readonly hasFirstFocus?: boolean;
}

/** A few exclusive answers on one line: one stop of the Tab key, arrows choose. */
export function Segmented<V extends string>({ label, choices, chosen, onChoose, hasFirstFocus }: SegmentedProps<V>) {
  const name = useId();
  const first = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value;
  return (
    <fieldset className="segmented">
      <legend className="field-label">{label}</legend>
      <div className="segments">
        {choices.map(({ value, label: text, lang }) => (
          <label key={value} className="segment" lang={lang}>
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              data-autofocus={(hasFirstFocus === true && value === first) || undefined}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
