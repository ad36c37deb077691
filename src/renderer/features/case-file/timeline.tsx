import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { timelineOf } from './case-file.queries.ts';
import { StaleLine } from './stale-line.tsx';
import { dayOf, filterTimeline, TIMELINE_FILTERS, type TimelineFilter, timelineWords } from './timeline-words.ts';
import './timeline.css';

/** As many as are read without scrolling. */
const FIRST_SHOWN = 7;

/** What happened, newest first: the few last things at a glance, the rest on demand. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { data, error, refetch } = useQuery(timelineOf(caseId));
  const [filter, setFilter] = useState<TimelineFilter>('all');
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
  const entries = filterTimeline(data ?? [], filter);
  const shown = isWhole ? entries : entries.slice(0, FIRST_SHOWN);
  const zone = localZone();
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">{t('timeline.title')}</h2>
        <div className="pills" role="group" aria-label={t('timeline.filter')}>
          {TIMELINE_FILTERS.map((each) => (
            <Pill key={each} isActive={each === filter} aria-pressed={each === filter} onClick={() => setFilter(each)}>
              {t(`timeline.filters.${each}`)}
            </Pill>
          ))}
        </div>
      </div>
      <StaleLine error={error} onRetry={() => void refetch()} />
      {data !== undefined && entries.length === 0 ? <p className="quiet">{t('timeline.none')}</p> : null}
      <ol ref={list} className="timeline-list">
        {shown.map((entry) => {
          const { title, text } = timelineWords(t, entry, { today: now, zone, language: i18n.language });
          return (
            <li key={`${entry.kind} ${entry.id}`} className="timeline-entry" tabIndex={-1}>
              <span className="timeline-day">{nearDayText(dayOf(entry, zone), now, i18n.language)}</span>
              <span className="timeline-what">
                <span className="timeline-kind">{title}</span>
                {text === '' ? null : <span>{text}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {entries.length > shown.length ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              reached.current = shown.length;
              setIsWhole(true);
            }}
          >
            {t('timeline.more', { count: entries.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
