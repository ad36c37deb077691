import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { nameOf } from '../../features/case-file/header-words.ts';
import { PRINTED_SITUATION, type PrintedBlock } from '../../features/case-file/printed.ts';
import { labelKeyOf } from '../../features/case-file/situation-blocks.ts';
import { dayText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import './case-paper.css';
import { useReading } from './use-shapes.ts';

/** *Situation* for the printer, in its own design: nothing of the screen, and only what `printed.ts` lets out. */
export function CasePaper({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  return createPortal(
    <div className="case-paper" aria-hidden="true">
      <h1>{nameOf(t, file)}</h1>
      <p className="case-paper-title">{t('paper.situation')}</p>
      {PRINTED_SITUATION.map((block) => (
        <PaperBlock key={block.name} block={block} file={file} />
      ))}
      <p className="case-paper-foot">{t('paper.printedOn', { day: dayText(now, i18n.language) })}</p>
    </div>,
    document.body,
  );
}

function PaperBlock({ block, file }: { readonly block: PrintedBlock; readonly file: CaseFile }) {
  const { t } = useTranslation();
  const read = useReading(file.facts);
  const known = block.fields.flatMap((field: FieldName) => {
    const value = read(field);
    return value === null ? [] : [{ field, value }];
  });
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{t(`facts.blocks.${block.name}`)}</h2>
      <dl>
        {known.map(({ field, value }) => (
          <div key={field}>
            <dt>{t(`facts.fields.${labelKeyOf(field)}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
