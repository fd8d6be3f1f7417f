import { LevelHistoryChart } from '#app/charts/history/level-history-chart.tsx';
import { LevelHistoryTable } from '#app/charts/history/level-history-table.tsx';
import { LevelSteps } from '#app/charts/level-steps.tsx';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { markWords } from '#app/domain/capability/picture/words/filter-words.ts';
import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import { answerWords, sourceNames } from '#app/routes/people/answer-words.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { Details } from '#app/ui/details.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { PanelHead } from './panel-head.tsx';
import { PanelPart } from './panel-part.tsx';
import { PanelSteps } from './panel-steps.tsx';
import { panelActions } from './panel-actions.ts';
import { panelLevel, standingWords } from './panel-words.ts';

interface CellPanelProps {
  detail: CellDetail;
  /** The picture without what stands open. */
  closeHref: string;
}

/** One skill of one person: where they stand, what is missing, what was said, and what can be done about it. */
export function CellPanel({ detail, closeHref }: CellPanelProps) {
  const { person, skill, cell, said, history, evidence, asOf, isToday, disputedOn } = detail;
  const { levels } = skill;
  const day = isToday ? '' : `&asOf=${asOf}`;
  const hasHistory = assessmentSources.some((source) => history.said[source].length > 0);
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
        <LevelSteps steps={levels.length} expectedLevel={cell.expectedLevel} agreedLevel={cell.agreedLevel} />
        <span className="min-w-0 text-dense font-strong">{standingWords(levels, cell)}</span>
      </p>
      {cell.marks.length > 0 && (
        <ul aria-label="Marks" className="mb-close flex flex-wrap gap-close">
          {cell.marks.map((mark) => (
            <li key={mark}>
              <Tag tone={mark === 'disputed' ? 'bad' : 'neutral'}>
                {markWords[mark]}
                {mark === 'disputed' && disputedOn !== null && ` since ${formatDate(disputedOn)}`}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <ul aria-label="What to do" className="mb-step flex flex-wrap gap-x-step gap-y-close text-dense">
        {panelActions(detail).map(({ words, to }) => (
          <li key={to}>
            <TextLink to={to}>{words}</TextLink>
          </li>
        ))}
      </ul>
      <PanelSteps detail={detail} />
      <PanelPart title="Said last">
        <dl>
          {assessmentSources.map((source) => {
            const answer = said[source];
            return (
              <div key={source} className="flex flex-wrap gap-x-close">
                <dt className="w-20 font-strong">{sourceNames[source]}</dt>
                <dd className="min-w-0 flex-1 break-words">
                  {answer === null ? 'Nothing on record' : `${answerWords(levels, answer)}, ${formatDate(answer.assessedOn)}, ${answer.assessorName}`}
                  {answer?.note && <span className="block whitespace-pre-wrap text-muted">{answer.note}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      </PanelPart>
      {hasHistory && (
        <PanelPart title="Over time">
          <LevelHistoryChart narrow history={history} label={`${skill.name}: levels over time, by source, against what was expected`} caption="What is expected is by the framework version adopted now." />
          <Details summary="The picture as a table">
            <LevelHistoryTable history={history} caption={`${skill.name}: levels over time`} levelName={(level) => panelLevel(levels, level)} />
          </Details>
          <TextLink to={`/people/${person.id}/history?skill=${skill.id}${day}`}>All that was recorded</TextLink>
        </PanelPart>
      )}
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
