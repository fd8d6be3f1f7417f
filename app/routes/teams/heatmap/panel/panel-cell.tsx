import { useLocation } from '@remix-run/react';
import { LevelSteps } from '#app/charts/level-steps.tsx';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { ObjectiveList } from '#app/ui/objective-list.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { objectiveLink } from './objective-link.ts';
import { panelActions } from './panel-actions.ts';
import { PanelHead } from './panel-head.tsx';
import { PanelHistory } from './panel-history.tsx';
import { PanelMarks } from './panel-marks.tsx';
import { PanelPart } from './panel-part.tsx';
import { PanelSaid } from './panel-said.tsx';
import { PanelSteps } from './panel-steps.tsx';
import { panelLevel, standingWords } from './panel-words.ts';

interface CellPanelProps {
  detail: CellDetail;
  /** The picture without what stands open. */
  closeHref: string;
}

/** One skill of one person: where they stand, what is missing, what was said, and what can be done about it. */
export function CellPanel({ detail, closeHref }: CellPanelProps) {
  const { person, skill, cell, evidence, objectives, asOf, isToday } = detail;
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}`;
  return (
    // What scrolls has no edge of its own: nothing may touch it.
    <div className="pt-hair pr-close">
      <PanelHead title={`${person.name}: ${skill.name}`} closeHref={closeHref}>
        <p className="break-words">
          {[person.roleLevel, person.teamName].filter((part) => part !== null).join(', ')}
          {!isToday && <>. As of {formatDate(asOf)}</>}
        </p>
      </PanelHead>
      <p className="mb-close flex flex-wrap items-center gap-x-snug gap-y-hair">
        <LevelSteps steps={skill.levels.length} expectedLevel={cell.expectedLevel} agreedLevel={cell.agreedLevel} />
        <span className="min-w-0 text-dense font-strong">{standingWords(skill.levels, cell)}</span>
      </p>
      <PanelMarks detail={detail} />
      <ul aria-label="What to do" className="mb-step flex flex-wrap gap-x-step gap-y-close text-dense">
        {panelActions(detail, here).map(({ words, to }) => (
          <li key={to}>
            <TextLink to={to}>{words}</TextLink>
          </li>
        ))}
      </ul>
      <PanelSteps detail={detail} />
      {objectives !== null && (objectives.length > 0 || detail.may.writeObjectives) && (
        <PanelPart title="Objectives">
          <ObjectiveList
            objectives={objectives}
            label={`Objectives in ${skill.name}`}
            day={asOf}
            agreedLevelOf={() => cell.agreedLevel}
            levelNameOf={(_, ordinal) => panelLevel(skill.levels, ordinal)}
            empty="None is set."
            changeOf={
              detail.may.writeObjectives
                ? (one) => <TextLink to={objectiveLink(person.id, { objective: one.id }, here)}>{one.outcome === null ? 'Change or end' : 'Open again'}</TextLink>
                : undefined
            }
          />
        </PanelPart>
      )}
      <PanelSaid detail={detail} />
      <PanelHistory detail={detail} />
      {evidence !== null && (
        <PanelPart title="Evidence">
          <EvidenceList pieces={evidence} label={`Evidence for ${skill.name}`} empty="None is written down." />
        </PanelPart>
      )}
      <p className="text-dense">
        <TextLink to={frameworkLink(skill, 'skills', skill.key)}>{skill.name} in the framework</TextLink>
      </p>
    </div>
  );
}
