import { formatDate } from '#app/domain/assessment/format-date.ts';
import { wordingSourceNames } from '#app/services/framework/import/import-words.ts';
import type { SkillWording } from '#app/services/framework/version/read-skill-wording.server.ts';
import { Tag } from '#app/ui/tag.tsx';
import { OfficialSource } from './official-source.tsx';

interface SkillLevelProps {
  level: SkillWording['levels'][number];
  /** Of the framework. */
  kind: string;
}

/** One level of a skill: what somebody at it does, and whose words say so. */
export function SkillLevel({ level, kind }: SkillLevelProps) {
  const { ordinal, name, defined, statements, wordingSource, wordingDate, ownStatements } = level;
  return (
    <li id={`level-${ordinal}`} className="mb-step border-l-4 border-line pl-snug">
      <h3 className="mb-hair text-heading-s font-heading">
        {ordinal} {name}
      </h3>
      {defined === false && <p className="text-muted">Not defined by the framework.</p>}
      {defined !== false && statements.length === 0 && (
        <p className="text-muted">No wording here yet: it comes with an import of the official documents.</p>
      )}
      {statements.length > 0 && (
        <ul className="mb-close list-disc pl-step">
          {statements.map((statement) => (
            <li key={statement}>
              {statement}
              {ownStatements.includes(statement) && <span className="block text-note text-muted">Added by your organisation</span>}
            </li>
          ))}
        </ul>
      )}
      {statements.length > 0 && wordingSource === 'ours' && <Tag>Our summary</Tag>}
      {statements.length > 0 && wordingSource !== null && wordingSource !== 'ours' && wordingSource !== 'own' && (
        <OfficialSource kind={kind} source={wordingSourceNames[wordingSource]} date={wordingDate && formatDate(wordingDate)} />
      )}
    </li>
  );
}
