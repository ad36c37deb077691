import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { numberText } from '../../i18n/formats.ts';
import { TextButton } from '../../ui/button.tsx';

interface EmployerPeopleProps {
  readonly mine: CallOutput<'approach.ofEmployer'>['mine'];
  readonly others: CallOutput<'approach.ofEmployer'>['others'];
  readonly onOpen: (caseId: string) => void;
}

/** Whom it is proposed to: one's own people by name, the others as a number where it points to nobody. */
export function EmployerPeople({ mine, others, onOpen }: EmployerPeopleProps) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card">
      <h2>{t('employerPeople.title')}</h2>
      {mine.length === 0 ? (
        <p className="quiet">{t('employerPeople.mineNone')}</p>
      ) : (
        <ul>
          {mine.map(({ caseId, first, last, stage }) => (
            <li key={caseId} className="site-row">
              <TextButton onClick={() => onOpen(caseId)}>{spokenName({ first, last })}</TextButton>
              <span className="quiet">{t(`approach.stages.${stage}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {others === null ? (
        <p className="quiet small">{t('employerPeople.fewOthers')}</p>
      ) : (
        <p>{t('employerPeople.others', { count: others, n: numberText(others, i18n.language) })}</p>
      )}
    </section>
  );
}
