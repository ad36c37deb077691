import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../shared/domain/case-file/case-file.schema.ts';
import { nearDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { timelineOf } from './case-file.queries.ts';
import { StaleLine } from './stale-line.tsx';
import { TimelineFilters } from './timeline-filters.tsx';
import { dayOf, filterTimeline, type TimelineFilter, timelineLines, timelineWords } from './timeline-words.ts';
import './timeline.css';

/** The few last things, at a glance. */
const FIRST_SHOWN = 7;

interface TimelineProps {
  readonly caseId: string;
  readonly facts: Facts;
  /** What is shown alone, remembered for as long as the file is open. */
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  /** How an employer that was decided on came to be proposed. */
  readonly onExplain: (decisionId: string) => void;
}

/** What happened, newest first: the few last things at a glance, the rest on demand. */
export function Timeline({ caseId, facts, filter, onFilter, onExplain }: TimelineProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { data, error, refetch } = useQuery(timelineOf(caseId));
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  /** The first of the lines that the button brings: the button goes, the reading goes on there. */
  const reached = useRef<number | null>(null);
  useEffect(() => {
    if (!isWhole || reached.current === null) return;
    list.current?.querySelectorAll('li')[reached.current]?.focus();
    reached.current = null;
  }, [isWhole]);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const zone = localZone();
  const lines = data === undefined ? [] : filterTimeline(timelineLines(data, facts, zone), filter);
  const shown = isWhole ? lines : lines.slice(0, FIRST_SHOWN);
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">{t('timeline.title')}</h2>
        <TimelineFilters chosen={filter} onChoose={onFilter} />
      </div>
      <StaleLine error={error} onRetry={() => void refetch()} />
      {data !== undefined && lines.length === 0 ? <p className="quiet">{t('timeline.none')}</p> : null}
      <ol ref={list} className="timeline-list">
        {shown.map((line) => {
          const { title, text } = timelineWords(t, line, { today: now, zone, language: i18n.language });
          return (
            <li key={`${line.kind} ${line.id}`} className="timeline-entry" tabIndex={-1}>
              <span className="timeline-day">{nearDayText(dayOf(line, zone), now, i18n.language)}</span>
              <span className="timeline-what">
                <span className="timeline-kind">{title}</span>
                {text === '' ? null : <span>{text}</span>}
                {line.kind === 'decision' ? (
                  <TextButton
                    aria-label={t('explanation.ofNamed', { name: line.name })}
                    onClick={() => onExplain(line.id)}
                  >
                    {t('explanation.open')}
                  </TextButton>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      {lines.length > shown.length ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              reached.current = shown.length;
              setIsWhole(true);
            }}
          >
            {t('timeline.more', { count: lines.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
