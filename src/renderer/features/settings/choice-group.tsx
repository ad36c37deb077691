import { useId } from 'react';
import './choice-group.css';

interface ChoiceGroupProps<V extends string | number> {
  readonly title: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}

/** A few exclusive choices, all visible. */
export function ChoiceGroup<V extends string | number>(props: ChoiceGroupProps<V>) {
  const { title, hint, choices, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="choice-group">
      <legend>{title}</legend>
      {hint === undefined ? null : <span className="quiet">{hint}</span>}
      <div className="choices">
        {choices.map(({ value, label, lang }) => (
          <label key={value} className="choice" lang={lang}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
