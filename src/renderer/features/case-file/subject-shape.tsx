import type { TFunction } from 'i18next';
import type { SubjectFact } from '../../../shared/domain/case-file/case-file.schema.ts';
import { dayText } from '../../i18n/formats.ts';
import { today } from '../../platform/today.ts';
import type { ValueShape } from '../../ui/value-shape.ts';
import { shownDate, typedDate } from '../../ui/value-shapes.tsx';

const STATES = ['yes', 'no', 'not-discussed', 'settled'] as const;

/** "oui / non / pas abordé / réglé le": only what is settled has a day, which starts as today's. */
export function subjectShape(t: TFunction, language: string): ValueShape<SubjectFact> {
  return {
    read: ({ state, settledOn }) =>
      state === 'settled' && settledOn !== null
        ? t('facts.settledOn', { day: dayText(settledOn, language) })
        : t(`facts.subjectStates.${state}`),
    clean: (value) => value,
    edit: ({ label, value, onChange, commit }) => (
      <div className="value-choices" role="group" aria-label={label}>
        {STATES.map((state) => (
          <button
            key={state}
            type="button"
            className="value-choice"
            aria-pressed={state === value?.state}
            onClick={() =>
              state === 'settled' ? onChange({ state, settledOn: today() }) : commit({ state, settledOn: null })
            }
          >
            {t(`facts.subjectStates.${state}`)}
          </button>
        ))}
        {value?.state === 'settled' ? (
          <input
            className="value-input"
            data-width="date"
            type="date"
            aria-label={t('facts.settledDay')}
            value={shownDate(value.settledOn)}
            onChange={({ currentTarget }) => onChange({ ...value, settledOn: typedDate(currentTarget) })}
          />
        ) : null}
      </div>
    ),
  };
}
