import { useTranslation } from 'react-i18next';
import type { SharedBodyOf, SharedSection } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { SharedPart } from './shared-part.tsx';

/** The note being written: its two headings that are the two people's, once the advisor shows them. */
export function SharedDecided({ decided }: Pick<SharedBodyOf<'note'>, 'decided'>) {
  const { t } = useTranslation();
  if (decided === null) return <p className="shared-lead">{t('shared.note.writing')}</p>;
  const { together, advisorDoes } = decided;
  if (isEmpty(together) && isEmpty(advisorDoes)) return <p className="shared-lead">{t('shared.nothingYet')}</p>;
  return (
    <>
      <Section title={t('note.sections.decided')} section={together} />
      <Section title={t('paper.ours')} section={advisorDoes} />
    </>
  );
}

function isEmpty({ text, links }: SharedSection): boolean {
  return text === '' && links.length === 0;
}

function Section({ title, section }: { readonly title: string; readonly section: SharedSection }) {
  if (isEmpty(section)) return null;
  const { text, links } = section;
  return (
    <SharedPart title={title}>
      {text === '' ? null : <p className="shared-words">{text}</p>}
      <ul className="shared-lines">
        {links.map((link, index) => (
          <li key={index}>{link}</li>
        ))}
      </ul>
    </SharedPart>
  );
}
