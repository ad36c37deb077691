import { useTranslation } from 'react-i18next';
import type { SharedBodyOf } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { SharedPart } from './shared-part.tsx';

/** The note being written: its two headings that are the two people's, once the advisor shows them. */
export function SharedDecided({ decided }: Pick<SharedBodyOf<'note'>, 'decided'>) {
  const { t } = useTranslation();
  if (decided === null) return <p className="shared-lead">{t('shared.note.writing')}</p>;
  const { together, advisorDoes, links } = decided;
  if (together === '' && advisorDoes === '' && links.length === 0) {
    return <p className="shared-lead">{t('shared.nothingYet')}</p>;
  }
  return (
    <>
      {together === '' ? null : <p className="shared-words">{together}</p>}
      {links.length === 0 ? null : (
        <ul className="shared-lines">
          {links.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
      {advisorDoes === '' ? null : (
        <SharedPart title={t('paper.ours')}>
          <p className="shared-words">{advisorDoes}</p>
        </SharedPart>
      )}
    </>
  );
}
