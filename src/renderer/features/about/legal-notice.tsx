import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { TextButton } from '../../ui/button.tsx';
import { Notice } from './notice.tsx';

const CNIL = 'https://www.cnil.fr/fr/plaintes';

const PARTS = [
  { part: 'publisher', lines: ['publisher', 'independence'] },
  { part: 'licence', lines: ['licence', 'warranty'] },
  { part: 'data', lines: ['local', 'kept'] },
  { part: 'rights', lines: ['access', 'complaint'] },
  { part: 'accessibility', lines: ['accessibility', 'difficulty'] },
] as const;

/** Who answers for the application, what it does with data, and whom to turn to. */
export function LegalNotice() {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('about.legal')}
      intro={t('about.purpose')}
      items={PARTS.map(({ part, lines }) => ({
        key: part,
        title: t(`about.legalTitles.${part}`),
        lines: lines.map((line) => t(`about.legalLines.${line}`)),
        foot:
          part === 'rights' ? (
            <TextButton onClick={() => void call('about.openLink', { url: CNIL })}>{t('about.openCnil')}</TextButton>
          ) : null,
      }))}
    />
  );
}
