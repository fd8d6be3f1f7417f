import { DifferenceTable } from '#app/charts/moderation/difference-table.tsx';
import { DotPlot } from '#app/charts/moderation/dot-plot.tsx';
import { fewestForMean } from '#app/domain/assessment/moderation/leniency-interval.ts';
import type { ModerationBoard } from '#app/services/assessments/moderation/read-moderation-board.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';

type Figures = Pick<ModerationBoard, 'levels' | 'selfByAssessor' | 'selfBySkill' | 'leniency' | 'highestLevel'>;

const selfEnds = ['the manager gave the higher level', 'the person did'] as const;
const leniencyEnds = ['lower than agreed', 'higher than agreed'] as const;

/** How levels are spread, and how the voices differ; everything in the order of names. */
export function BoardFigures({ levels, selfByAssessor, selfBySkill, leniency, highestLevel }: Figures) {
  const steps = Array.from({ length: highestLevel + 1 }, (_, level) => level);
  return (
    <>
      <section className="mb-part">
        <h2 id="levels" className="mb-close text-heading-m font-heading">Levels by assessor</h2>
        <DataTable
          caption="How many cases each assessor gave which level"
          note="The manager's level of this round, in the order of the assessors' names. Whom somebody assesses differs, so their levels may."
          rows={levels}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', head: 'Assessor', rowHead: true, cell: ({ name }) => name },
            ...steps.map((level) => ({ key: String(level), head: `Level ${level}`, numeric: true, cell: (row: (typeof levels)[number]) => row.atLevel[level] || <span className="text-muted">0</span> })),
            { key: 'not-observed', head: 'Not observed', numeric: true, cell: (row) => row.notObserved },
            { key: 'exempt', head: 'Exempt', numeric: true, cell: (row) => row.exempt },
            { key: 'cases', head: 'Cases', numeric: true, cell: (row) => row.cases },
          ]}
        />
      </section>
      <section className="mb-part">
        <h2 id="self" className="mb-close text-heading-m font-heading">Self minus manager</h2>
        <DotPlot rows={selfByAssessor} label="Self level minus manager level, by assessor" ends={selfEnds} />
        <DifferenceTable rows={selfByAssessor} caption="Self level minus manager level, by assessor" head="Assessor" />
        <DotPlot rows={selfBySkill} label="Self level minus manager level, by skill" ends={selfEnds} />
        <DifferenceTable rows={selfBySkill} caption="Self level minus manager level, by skill" head="Skill" />
      </section>
      <section className="mb-part">
        <h2 id="leniency" className="mb-close text-heading-m font-heading">Leniency of assessors</h2>
        <p className="mb-snug max-w-prose">
          How far an assessor's levels lie from what was agreed. It says nothing about a person's worth, nor about how well somebody assesses: it is a place to
          look. Levels are steps in an order, not a measure, so they have no true mean.
        </p>
        <p className="mb-snug max-w-prose">
          The diamond is the mean and the line its 95 % interval: with few cases it is long, and below {fewestForMean} cases there is no mean. Whoever agrees
          their own levels unchanged stands at 0, however lenient they are.
        </p>
        <DotPlot rows={leniency} label="Manager level minus agreed level, by assessor" ends={leniencyEnds} />
        <DifferenceTable rows={leniency} caption="Manager level minus agreed level, by assessor" head="Assessor" tellsMeans />
      </section>
    </>
  );
}
