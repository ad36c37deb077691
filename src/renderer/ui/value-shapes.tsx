/** The shapes of value that facts have: text, date, number, one or several of a set, lines of a few columns. */
import { useId } from 'react';
import { AddressText } from './address-text.tsx';
import { Button } from './button.tsx';
import { ChipSet } from './chip-set.tsx';
import { useTextCheck } from './text-check.tsx';
import './value-shapes.css';
import { oneLine, type ValueEditing, type ValueShape } from './value-shape.ts';

type Wording<V extends string> = Readonly<Record<V, string>>;

interface TextOptions {
  readonly max: number;
  readonly type?: 'text' | 'email' | 'tel';
  readonly lines?: number;
  /** An address, a number: not read again as one types. */
  readonly isUnchecked?: boolean;
}

export function textShape({ max, type = 'text', lines = 1, isUnchecked = false }: TextOptions): ValueShape<string> {
  return {
    read: (value) => (type === 'email' ? <AddressText text={value} /> : value),
    text: (value) => value,
    clean: (value) => nullIfEmpty(oneLine(value ?? '').slice(0, max)),
    edit: (editing) => <TextValue {...{ ...editing, max, type, lines }} isUnchecked={isUnchecked || type !== 'text'} />,
  };
}

function TextValue({
  label,
  value,
  onChange,
  max,
  type,
  lines,
  isUnchecked,
}: ValueEditing<string> & Required<TextOptions>) {
  const id = useId();
  const text = value ?? '';
  const check = useTextCheck({ fieldId: id, text, maxLength: max, isOff: isUnchecked });
  const field = {
    ...{ id, className: 'value-input', 'aria-label': label, maxLength: max, value: text },
    ...(check.describedBy === undefined ? {} : { 'aria-describedby': check.describedBy }),
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange(currentTarget.value),
  };
  return (
    <div className="value-text">
      {lines > 1 ? <textarea {...field} rows={lines} /> : <input {...field} type={type} autoComplete="off" />}
      {check.line}
    </div>
  );
}

/** A date begun and not finished, which the control gives as no date at all. Nobody can type it. */
const HALF_TYPED = '\u0000';

/** What a control for dates holds: "erased" and "not finished yet" are two things. */
export function typedDate({ value, validity }: Pick<HTMLInputElement, 'value' | 'validity'>): string | null {
  if (value !== '') return value;
  return validity.badInput ? HALF_TYPED : null;
}

/** What the control shows of it; what is half typed stays as it stands there. */
export function shownDate(typed: string | null): string {
  return typed === null || typed === HALF_TYPED ? '' : typed;
}

/** A value whose half-typed dates are those of another value: of what was there before, or none. */
export function withoutHalfTyped(value: unknown, former: unknown): unknown {
  if (value === HALF_TYPED) return typeof former === 'string' ? former : null;
  if (Array.isArray(value)) {
    // With a line more or less, the former lines are no longer these.
    const lines: readonly unknown[] = Array.isArray(former) && former.length === value.length ? former : [];
    return value.map((line, index) => withoutHalfTyped(line, lines[index]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const before = new Map(typeof former === 'object' && former !== null ? Object.entries(former) : []);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutHalfTyped(part, before.get(key))]));
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
        value={shownDate(value)}
        onChange={(event) => onChange(typedDate(event.currentTarget))}
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
  | { readonly kind: 'text'; readonly max: number; readonly isUnchecked?: boolean }
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
    text: (value) => value.map(readLine).join('\u202f; '),
    read: (value) => (
      // Stands in a button too, which holds no list.
      <span className="value-lines">
        {value.map((line, index) => (
          <span key={index}>{readLine(line)}</span>
        ))}
      </span>
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
  return columns.map((column) => (
    <RecordColumn
      key={column.key}
      column={column}
      text={(record[column.key] ?? '') as string}
      onSet={(value) => onChange({ ...record, [column.key]: value })}
    />
  ));
}

interface RecordColumnProps<R> {
  readonly column: LineColumn<R>;
  readonly text: string;
  readonly onSet: (value: string | null) => void;
}

function RecordColumn<R extends object>({ column, text, onSet }: RecordColumnProps<R>) {
  const id = useId();
  const maxLength = column.kind === 'text' ? column.max : undefined;
  const isOff = column.kind !== 'text' || column.isUnchecked === true;
  const check = useTextCheck({ fieldId: id, text, maxLength, isOff });
  return (
    <>
      <label className="value-column" data-kind={column.kind} data-width={column.width}>
        <span className="value-column-label">{column.label}</span>
        {column.kind === 'choice' ? (
          <select className="value-input" value={text} onChange={(event) => onSet(event.currentTarget.value)}>
            {column.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            className="value-input"
            type={column.kind}
            autoComplete="off"
            maxLength={maxLength}
            aria-describedby={check.describedBy}
            value={column.kind === 'date' ? shownDate(text) : text}
            onChange={({ currentTarget }) =>
              onSet(column.kind === 'date' ? typedDate(currentTarget) : currentTarget.value)
            }
          />
        )}
      </label>
      {check.line}
    </>
  );
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
