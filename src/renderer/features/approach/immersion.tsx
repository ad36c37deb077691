import { useTranslation } from 'react-i18next';

const LINES = ['what', 'lasts', 'signs', 'pay', 'promise'] as const;

/**
 * What a period of immersion (PMSMP) is, in a few lines: Code du travail, L5135-1, L5135-3, L5135-4 and D5135-1 to
 * D5135-3, in force since the decree of 13 November 2014; who is named in the agreement is read in D5135-1 and D5135-2. An option among others: nothing says that it will be had.
 */
export function Immersion() {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list">
        {LINES.map((line) => (
          <li key={line}>{t(`immersion.${line}`)}</li>
        ))}
      </ul>
      <p className="quiet small">{t('immersion.source')}</p>
    </>
  );
}
