import './agency-tag.css';

interface TagChipsProps {
  readonly tagIds: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** The tags that a file wears, quietly. */
export function TagChips({ tagIds, names }: TagChipsProps) {
  if (tagIds.length === 0) return null;
  return (
    <ul className="tag-chips">
      {tagIds.map((id) => (
        <li key={id} className="tag-chip">
          {names.get(id) ?? ''}
        </li>
      ))}
    </ul>
  );
}
