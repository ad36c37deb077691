import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { TextButton } from '../../ui/button.tsx';
import { blocksToAskFirst } from './known-facts.ts';
import type { BlockName } from './situation-blocks.ts';
import './summary.css';

interface AskFirstProps {
  readonly file: CaseFile;
  /** Nobody has met yet: the first meeting is being prepared. */
  readonly isFirstMeeting: boolean;
  readonly onBlock: (block: BlockName) => void;
}

/** What to ask first, in the order of a first meeting. It says what is missing, never how much of it. */
export function AskFirst({ file, isFirstMeeting, onBlock }: AskFirstProps) {
  const { t } = useTranslation();
  const blocks = blocksToAskFirst(file.facts);
  if (blocks.length === 0) return null;
  return (
    <section className="summary-card summary-part" aria-labelledby="ask-title">
      <h2 id="ask-title">{t(isFirstMeeting ? 'askFirst.firstMeeting' : 'askFirst.title')}</h2>
      {isFirstMeeting ? <p className="quiet">{t('askFirst.order')}</p> : null}
      <ol className="ask-first" data-list={isFirstMeeting}>
        {blocks.map((block) => (
          <li key={block}>
            <TextButton onClick={() => onBlock(block)}>{t(`askFirst.blocks.${block}`)}</TextButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
