import type { Paper, PaperBlock } from '../../../shared/domain/paper/paper.schema.ts';
import './paper.css';

interface PaperDocumentProps {
  readonly paper: Paper;
  readonly isLarge?: boolean;
}

/** A document as it reads, in French whatever the screen speaks: the same on paper, in a PDF, in its preview and on a photograph. */
export function PaperDocument({ paper, isLarge = false }: PaperDocumentProps) {
  return (
    <article className="paper-document" lang="fr" data-large={isLarge || undefined}>
      <h1>{paper.title}</h1>
      {paper.lead.map((line) => (
        <p key={line} className="paper-lead">
          {line}
        </p>
      ))}
      {paper.sections.map(({ title, blocks }) => (
        <section key={title}>
          <h2>{title}</h2>
          {blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
        </section>
      ))}
      {paper.foot.length === 0 ? null : (
        <footer>
          {paper.foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      )}
    </article>
  );
}

function Block({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'facts':
      return (
        <dl>
          {block.facts.map(({ label, value, said }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>
                {value}
                {said === null ? null : <span className="paper-said"> {said}</span>}
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list': {
      const List = block.marks === 'numbers' ? 'ol' : 'ul';
      const hasBoxes = block.marks === 'boxes';
      return (
        <List data-marks={block.marks}>
          {block.lines.map(({ text, when, more }, index) => (
            <li key={index} data-more={more.length > 0 || undefined}>
              {hasBoxes ? <span className="paper-box" aria-hidden="true" /> : null}
              <div>
                <p>
                  <span className="paper-line">{text}</span>
                  {when === null ? null : (
                    <>
                      , <strong>{when}</strong>
                    </>
                  )}
                </p>
                {more.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            </li>
          ))}
        </List>
      );
    }
  }
}
