import { useTranslation } from 'react-i18next';
import { isOnPaper, reachOf, reminderOnPaper, stageOnPaper } from '../../../shared/domain/approach/on-paper.rules.ts';
import type { ApproachRow } from '../../../shared/domain/approach/approach.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { addressText, paperReminder, wayInText } from './approach-words.ts';
import './approach-paper.css';

/** As many as one page holds and stays readable. */
const MOST_ON_A_PAGE = 10;

/**
 * The retained employers on one page, in the order of their names and without a number, for the person to leave with. No
 * name of theirs: a page is lost, or read by whoever passes. Under the sign, no legal name: some are a sole trader's own.
 */
export function ApproachPaper({ rows }: { readonly rows: readonly ApproachRow[] }) {
  const { t, i18n } = useTranslation();
  const shown = rows.filter(isOnPaper);
  const left = shown.length - MOST_ON_A_PAGE;
  return (
    <>
      <h1>{t('approach.paper.title')}</h1>
      <p className="case-paper-title">{t('approach.paper.intro')}</p>
      <ul className="approach-paper">
        {shown.slice(0, MOST_ON_A_PAGE).map((row) => (
          <PaperEmployer key={row.decisionId} row={row} />
        ))}
      </ul>
      {left > 0 ? <p>{t('approach.paper.more', { count: left, n: numberText(left, i18n.language) })}</p> : null}
      <p className="case-paper-foot">{t('approach.paper.foot')}</p>
    </>
  );
}

function PaperEmployer({ row }: { readonly row: ApproachRow }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const today = useToday();
  const { name, contact, distanceKm, ownSentence, proposedSentence, steps } = row;
  const stage = stageOnPaper(row);
  const last = steps.at(-1);
  const reminder = reminderOnPaper(row, today);
  const distance = distanceKm === null ? null : distanceText(distanceKm, language);
  const where = [addressText(row), distance].filter((part) => part !== null && part !== '').join(', ');
  const { phone, email } = reachOf(row);
  const call = [contact?.name ?? '', contact?.role ?? '', phone, email];
  const how = wayInText(t, row);
  const lines = [
    [t('approach.paper.call'), call.filter((part) => part !== '').join(', ')],
    [t('approach.paper.how'), how ?? ''],
    [t('approach.paper.say'), t('decision.quoted', { words: ownSentence ?? proposedSentence })],
    [
      t('approach.paper.stage'),
      stage === 'proposed' || last === undefined
        ? ''
        : t('approach.stageOn', { stage: t(`approach.stages.${stage}`), day: shortDayText(last.on, today, language) }),
    ],
    [t('approach.paper.next'), reminder === null ? '' : paperReminder(t, reminder, language)],
  ].filter(([, words]) => words !== '');
  return (
    <li>
      <h2>
        <span className="approach-box" aria-hidden="true" />
        {name}
      </h2>
      <p>{where}</p>
      <dl>
        {lines.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
