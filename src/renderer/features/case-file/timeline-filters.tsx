import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../ui/pill.tsx';
import { TIMELINE_FILTERS, type TimelineFilter } from './timeline-words.ts';

interface TimelineFiltersProps {
  readonly chosen: TimelineFilter;
  readonly onChoose: (filter: TimelineFilter) => void;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One stop of the Tab key: arrows move along the pills and choose. */
export function TimelineFilters({ chosen, onChoose }: TimelineFiltersProps) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const count = TIMELINE_FILTERS.length;
    const at = (TIMELINE_FILTERS.indexOf(chosen) + step + count) % count;
    const next = TIMELINE_FILTERS[at];
    if (next === undefined) return;
    onChoose(next);
    group.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div ref={group} className="pills" role="group" aria-label={t('timeline.filter')} onKeyDown={onKeyDown}>
      {TIMELINE_FILTERS.map((each) => (
        <Pill
          key={each}
          isActive={each === chosen}
          aria-pressed={each === chosen}
          tabIndex={each === chosen ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {t(`timeline.filters.${each}`)}
        </Pill>
      ))}
    </div>
  );
}
