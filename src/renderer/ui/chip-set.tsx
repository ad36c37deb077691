import './chip-set.css';

interface ChipSetProps<K extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: K; readonly label: string }[];
  readonly chosen: readonly K[];
  readonly onChange: (chosen: readonly K[]) => void;
}

/** Several answers at once, each a word to tick. */
export function ChipSet<K extends string>({ label, choices, chosen, onChange }: ChipSetProps<K>) {
  const toggle = (key: K): void =>
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <fieldset className="chip-set">
      <legend className="visually-hidden">{label}</legend>
      {choices.map(({ value, label: text }) => (
        <label key={value} className="chip-choice">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
