/** The shapes of value that facts have: text, date, number, one or several of a set, lines of a few columns. */
import { Button } from './button.tsx';
import { ChipSet } from './chip-set.tsx';
import './value-shapes.css';
import { oneLine, type ValueEditing, type ValueShape } from './value-shape.ts';

type Wording<V extends string> = Readonly<Record<V, string>>;

interface TextOptions {
  readonly max: number;
  readonly type?: 'text' | 'email' | 'tel';
  readonly lines?: number;
}

export function textShape({ max, type = 'text', lines = 1 }: TextOptions): ValueShape<string> {
  return {
    read: (value) => value,
    clean: (value) => nullIfEmpty(oneLine(value ?? '').slice(0, max)),
    edit: ({ label, value, onChange }) =>
      lines > 1 ? (
        <textarea
          className="value-input"
          aria-label={label}
          rows={lines}
          maxLength={max}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          className="value-input"
          aria-label={label}
          type={type}
          maxLength={max}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ),
  };
}

/** A day or a month: the control of the system knows both. */
export function dateShape(kind: 'date' | 'month', read: (value: string) => string): ValueShape<string> {
  return {
    read,
    clean: (value) => nullIfEmpty(value ?? ''),
    edit: ({ label, value, onChange }) => (
      <input
        className="value-input"
        data-width="date"
        aria-label={label}
        type={kind}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    ),
  };
}

export function numberShape(bounds: { readonly min: number; readonly max: number }): ValueShape<number> {
  return {
    read: (value) => String(value),
    clean: (value) => (value === null || Number.isNaN(value) ? null : clamp(Math.round(value), bounds)),
    edit: ({ label, value, onChange }) => (
      <input
        className="value-input"
        data-width="number"
        aria-label={label}
        type="number"
        {...bounds}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)}
      />
    ),
  };
}

/** One of a few words: the word chosen is the answer. */
export function choiceShape<V extends string>(values: readonly V[], words: Wording<V>): ValueShape<V> {
  return {
    read: (value) => words[value],
    clean: (value) => value,
    edit: ({ label, value, commit }) => (
      <div className="value-choices" role="group" aria-label={label}>
        {values.map((each) => (
          <button
            key={each}
            type="button"
            className="value-choice"
            aria-pressed={each === value}
            onClick={() => commit(each)}
          >
            {words[each]}
          </button>
        ))}
      </div>
    ),
  };
}

export function chipsShape<V extends string>(
  values: readonly V[],
  words: Wording<V>,
  join: (words: readonly string[]) => string = (all) => all.join(', '),
): ValueShape<V[]> {
  return {
    read: (value) => join(value.map((each) => words[each])),
    // In the order of the words, whatever the order they were ticked in.
    clean: (value) => nullIfNone(values.filter((each) => value?.includes(each) ?? false)),
    edit: ({ label, value, onChange }) => (
      <ChipSet
        label={label}
        choices={values.map((each) => ({ value: each, label: words[each] }))}
        chosen={value ?? []}
        onChange={(chosen) => onChange([...chosen])}
      />
    ),
  };
}

export type LineColumn<R> = {
  readonly key: keyof R & string;
  readonly label: string;
  readonly width?: 'wide';
} & (
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] }
);

interface LinesOptions<R> {
  readonly columns: readonly LineColumn<R>[];
  readonly empty: R;
  readonly max: number;
  readonly words: { readonly add: string; readonly remove: string };
  readonly readLine: (line: R) => string;
  /** A line that says nothing is not kept. */
  readonly isKept: (line: R) => boolean;
}

/** A few lines, each of a few columns: jobs, permits, who else accompanies. */
export function linesShape<R extends object>(options: LinesOptions<R>): ValueShape<R[]> {
  const { columns, empty, max, words, readLine, isKept } = options;
  return {
    read: (value) => (
      <ul className="value-lines">
        {value.map((line, index) => (
          <li key={index}>{readLine(line)}</li>
        ))}
      </ul>
    ),
    clean: (value) => nullIfNone((value ?? []).map((line) => cleanLine(columns, line)).filter(isKept)),
    edit: ({ label, value, onChange }) => {
      const lines = value === null || value.length === 0 ? [empty] : value;
      return (
        <div className="value-records" role="group" aria-label={label}>
          {lines.map((line, index) => (
            <div key={index} className="value-record">
              <RecordColumns
                columns={columns}
                record={line}
                onChange={(changed) => onChange(lines.with(index, changed))}
              />
              <Button
                kind="quiet"
                size="small"
                aria-label={`${words.remove} ${index + 1}`}
                onClick={() => onChange(lines.toSpliced(index, 1))}
              >
                {words.remove}
              </Button>
            </div>
          ))}
          {lines.length < max ? (
            <div>
              <Button size="small" onClick={() => onChange([...lines, empty])}>
                {words.add}
              </Button>
            </div>
          ) : null}
        </div>
      );
    },
  };
}

/** One record of a few columns, such as a first and a last name. */
export function recordShape<R extends object>(
  options: Pick<LinesOptions<R>, 'columns' | 'empty' | 'readLine' | 'isKept'>,
): ValueShape<R> {
  const { columns, empty, readLine, isKept } = options;
  return {
    read: readLine,
    clean: (value) => {
      const cleaned = value === null ? null : cleanLine(columns, value);
      return cleaned !== null && isKept(cleaned) ? cleaned : null;
    },
    edit: ({ label, value, onChange }: ValueEditing<R>) => (
      <div className="value-record" role="group" aria-label={label}>
        <RecordColumns columns={columns} record={value ?? empty} onChange={onChange} />
      </div>
    ),
  };
}

interface RecordColumnsProps<R> {
  readonly columns: readonly LineColumn<R>[];
  readonly record: R;
  readonly onChange: (record: R) => void;
}

function RecordColumns<R extends object>({ columns, record, onChange }: RecordColumnsProps<R>) {
  const textOf = (key: keyof R): string => (record[key] ?? '') as string;
  const set = (key: keyof R, value: string | null): void => onChange({ ...record, [key]: value });
  return columns.map((column) => (
    <label key={column.key} className="value-column" data-kind={column.kind} data-width={column.width}>
      <span className="value-column-label">{column.label}</span>
      {column.kind === 'choice' ? (
        <select
          className="value-input"
          value={textOf(column.key)}
          onChange={(event) => set(column.key, event.currentTarget.value)}
        >
          {column.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="value-input"
          type={column.kind}
          autoComplete="off"
          maxLength={column.kind === 'text' ? column.max : undefined}
          value={textOf(column.key)}
          onChange={({ currentTarget: { value } }) =>
            set(column.key, column.kind === 'date' && value === '' ? null : value)
          }
        />
      )}
    </label>
  ));
}

function cleanLine<R extends object>(columns: readonly LineColumn<R>[], line: R): R {
  const texts = columns
    .filter(({ kind }) => kind === 'text')
    .map(({ key }) => [key, oneLine((line[key] ?? '') as string)] as const);
  return { ...line, ...Object.fromEntries(texts) };
}

function nullIfEmpty(text: string): string | null {
  return text === '' ? null : text;
}

function nullIfNone<T>(values: T[]): T[] | null {
  return values.length === 0 ? null : values;
}

function clamp(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(max, Math.max(min, value));
}
