import type { TFunction } from 'i18next';
import type { FieldName, FieldValue } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { Reach } from '../../../shared/domain/job-project/job-project.schema.ts';
import { dayText, numberText } from '../../i18n/formats.ts';
import type { ValueShape } from '../../ui/value-shape.ts';
import { chipsShape, dateShape, textShape } from '../../ui/value-shapes.tsx';
import { reachText, travelText } from './project-words.ts';

const TRAVEL = ['car', 'bus', 'train', 'bicycle', 'walking', 'motorbike', 'shared-ride'] as const;
const CONTRACTS = ['permanent', 'fixed-term', 'temporary', 'seasonal', 'work-study', 'own-business'] as const;
const PERIODS = ['hour', 'month', 'year'] as const;
const NUMBERS = [1, 2, 3, 4, 5] as const;

type ProjectNumber = (typeof NUMBERS)[number];
type PartName = Extract<FieldName, `project1.${string}`> extends `project1.${infer P}` ? P : never;
type PartValue<P extends PartName> = FieldValue<`project1.${P}`>;
type PartShapes = { readonly [P in PartName]: ValueShape<PartValue<P>> };
export type ProjectShapes = {
  readonly [N in Extract<FieldName, `project${ProjectNumber}.${string}`>]: ValueShape<FieldValue<N>>;
};

/** The two parts that are looked up in the data: other features know how, the screen brings them. */
export interface LookedUp {
  readonly occupation: ValueShape<PartValue<'occupation'>>['edit'];
  readonly place: ValueShape<PartValue<'place'>>['edit'];
}

const REACH_BOUNDS = { distance: { min: 1, max: 200 }, time: { min: 5, max: 180 } } as const;

/** The shapes of the parts of a job project, the same for each of the five. */
export function projectShapes(t: TFunction, language: string, lookedUp: LookedUp): ProjectShapes {
  const parts: PartShapes = {
    occupation: { read: ({ title }) => title, clean: (value) => value, edit: lookedUp.occupation },
    place: { read: ({ name }) => name, clean: (value) => value, edit: lookedUp.place },
    reach: reachShape(t, language),
    travel: chipsShape(
      TRAVEL,
      Object.fromEntries(TRAVEL.map((means) => [means, t(`project.travel.${means}`)])) as Record<
        (typeof TRAVEL)[number],
        string
      >,
    ),
    contract: chipsShape(
      CONTRACTS,
      Object.fromEntries(CONTRACTS.map((contract) => [contract, t(`project.contracts.${contract}`)])) as Record<
        (typeof CONTRACTS)[number],
        string
      >,
    ),
    schedule: textShape({ max: 120 }),
    availableFrom: dateShape('date', (value) => dayText(value, language)),
    salaryFloor: salaryShape(t, language),
  };
  const travel: PartShapes['travel'] = { ...parts.travel, read: (value) => travelText(t, value, language) };
  const named = NUMBERS.flatMap((number) =>
    Object.entries({ ...parts, travel }).map(([part, shape]) => [`project${number}.${part}`, shape] as const),
  );
  return Object.fromEntries(named) as unknown as ProjectShapes;
}

function reachShape(t: TFunction, language: string): ValueShape<Reach> {
  const withAmount = (kind: Reach['kind'], amount: number): Reach =>
    kind === 'distance' ? { kind, km: amount } : { kind, minutes: amount };
  const amountOf = (reach: Reach): number => (reach.kind === 'distance' ? reach.km : reach.minutes);
  return {
    read: (reach) => reachText(reach, language),
    clean: (reach) => {
      if (reach === null || Number.isNaN(amountOf(reach))) return null;
      const { min, max } = REACH_BOUNDS[reach.kind];
      return withAmount(reach.kind, Math.min(max, Math.max(min, Math.round(amountOf(reach)))));
    },
    edit: ({ label, value, onChange }) => {
      const kind = value?.kind ?? 'distance';
      return (
        <div className="value-record" role="group" aria-label={label}>
          <input
            className="value-input"
            data-width="number"
            type="number"
            aria-label={label}
            {...REACH_BOUNDS[kind]}
            value={value === null || Number.isNaN(amountOf(value)) ? '' : amountOf(value)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.value === '' ? null : withAmount(kind, currentTarget.valueAsNumber))
            }
          />
          <select
            className="value-input"
            data-width="number"
            aria-label={t('project.reachUnit')}
            value={kind}
            onChange={({ currentTarget }) =>
              onChange(withAmount(currentTarget.value as Reach['kind'], value === null ? Number.NaN : amountOf(value)))
            }
          >
            <option value="distance">{t('project.reachUnits.distance')}</option>
            <option value="time">{t('project.reachUnits.time')}</option>
          </select>
        </div>
      );
    },
  };
}

type Salary = PartValue<'salaryFloor'>;

function salaryShape(t: TFunction, language: string): ValueShape<Salary> {
  return {
    read: ({ amount, per }) => t(`project.salaryPer.${per}`, { amount: numberText(amount, language) }),
    clean: (value) =>
      value === null || Number.isNaN(value.amount) || value.amount < 1
        ? null
        : { ...value, amount: Math.min(100_000, Math.round(value.amount)) },
    edit: ({ label, value, onChange }) => (
      <div className="value-record" role="group" aria-label={label}>
        <input
          className="value-input"
          data-width="number"
          type="number"
          min={1}
          max={100_000}
          aria-label={label}
          value={value === null || Number.isNaN(value.amount) ? '' : value.amount}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.value === '' ? null : { amount: currentTarget.valueAsNumber, per: value?.per ?? 'month' },
            )
          }
        />
        <select
          className="value-input"
          data-width="date"
          aria-label={t('project.salaryPeriod')}
          value={value?.per ?? 'month'}
          onChange={({ currentTarget }) =>
            onChange({ amount: value?.amount ?? Number.NaN, per: currentTarget.value as Salary['per'] })
          }
        >
          {PERIODS.map((per) => (
            <option key={per} value={per}>
              {t(`project.salaryPeriods.${per}`)}
            </option>
          ))}
        </select>
      </div>
    ),
  };
}
