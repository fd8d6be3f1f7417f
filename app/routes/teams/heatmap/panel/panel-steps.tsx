import type { CellDetail, DetailStep } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { Details } from '#app/ui/details.tsx';
import { StatementList } from '#app/ui/statement-list.tsx';
import { PanelPart } from './panel-part.tsx';
import { panelLevel } from './panel-words.ts';

/** What is still to be shown: the next step in full, those after it folded. Nothing where nothing is missing. */
export function PanelSteps({ detail: { steps, cell, skill } }: { detail: CellDetail }) {
  const [next, ...further] = steps;
  if (!next) return null;
  const lead = cell.agreedLevel === null ? 'What is expected' : further.length === 0 ? 'The missing step' : 'The next step';
  return (
    <PanelPart title={`${lead}: ${panelLevel(skill.levels, next.ordinal)}`}>
      <Statements step={next} />
      {further.length > 0 && (
        <Details summary={`Then ${further.map(({ ordinal }) => panelLevel(skill.levels, ordinal)).join(' and ')}`}>
          {further.map((step) => (
            <div key={step.ordinal} className="mb-close">
              <h4 className="font-strong">{panelLevel(skill.levels, step.ordinal)}</h4>
              <Statements step={step} />
            </div>
          ))}
        </Details>
      )}
    </PanelPart>
  );
}

function Statements({ step: { defined, statements, ours } }: { step: DetailStep }) {
  if (!defined) return <p className="text-muted">The framework does not define this level.</p>;
  if (statements.length === 0) return <p className="text-muted">The framework has no statements for it.</p>;
  return <StatementList statements={statements} ours={ours} />;
}
