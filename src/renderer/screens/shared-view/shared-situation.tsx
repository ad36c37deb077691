import { useTranslation } from 'react-i18next';
import type { SharedBodyOf } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { dayText } from '../../i18n/formats.ts';
import { SharedPart } from './shared-part.tsx';

/** What the person can do comes before anything that is asked of them. */
export function SharedSituation({ body }: { readonly body: SharedBodyOf<'situation'> }) {
  const { t, i18n } = useTranslation();
  const { proudOf, lastJobs, credentials, contract, schedule, conditions } = body;
  const can = [...(proudOf === null ? [] : [proudOf]), ...lastJobs];
  const papers = credentials.map(({ label, expiresOn }) =>
    expiresOn === null ? label : `${label}, ${t('facts.expiresOn', { day: dayText(expiresOn, i18n.language) })}`,
  );
  const wished = [contract.map((each) => t(`project.contracts.${each}`)).join(', '), schedule ?? ''];
  const kept = conditions.map(({ kind, value }) =>
    [t(`facts.conditionWords.${kind}`), value].filter((part) => part !== '').join(t('shared.colon')),
  );
  const parts = [
    { title: t('shared.situation.can'), lines: can },
    { title: t('facts.blocks.credentials'), lines: papers },
    { title: t('shared.situation.wished'), lines: wished.filter((line) => line !== '') },
    { title: t('facts.blocks.conditions'), lines: kept },
  ].filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return <p className="shared-lead">{t('shared.situation.toTell')}</p>;
  return parts.map(({ title, lines }) => (
    <SharedPart key={title} title={title}>
      <ul className="shared-lines">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </SharedPart>
  ));
}
