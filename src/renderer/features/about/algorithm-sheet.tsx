import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

const PARTS = [
  { part: 'aim', lines: ['aim'] },
  { part: 'part', lines: ['part'] },
  { part: 'inputs', lines: ['inputs'] },
  { part: 'never', lines: ['never'] },
  { part: 'weights', lines: ['weights'] },
  { part: 'check', lines: ['check'] },
  { part: 'mention', lines: ['mention', 'law'] },
] as const;

/** What the lists are computed from and for, as articles R. 311-3-1-1 and R. 311-3-1-2 ask (code of public relations). */
export function AlgorithmSheet() {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('about.algorithm')}
      items={PARTS.map(({ part, lines }) => ({
        key: part,
        title: t(`about.algorithmTitles.${part}`),
        lines: lines.map((line) => t(`about.algorithmLines.${line}`)),
      }))}
    />
  );
}
