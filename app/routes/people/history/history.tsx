import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LevelHistoryChart } from '#app/charts/history/level-history-chart.tsx';
import { LevelHistoryTable } from '#app/charts/history/level-history-table.tsx';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { historyLines } from '#app/domain/assessment/history/history-lines.ts';
import type { HistoryLine } from '#app/domain/assessment/history/history-line.ts';
import { levelSteps } from '#app/domain/assessment/history/level-steps.ts';
import { skillOverview } from '#app/domain/assessment/history/skill-overview.ts';
import { scaleOfSkill } from '#app/domain/framework/scale-of-skill.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Details } from '#app/ui/details.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { HistorySkills } from './history-skills.tsx';
import { HistoryTable } from './history-table.tsx';
import { levelName } from '#app/routes/people/level-name.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };

/** More lines than this are turned over like pages. */
const linesAPage = 25;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const query = new URL(request.url).searchParams;
  const asked = askedAsOf(request, context);
  const { person, entries, events, evidence, expected } = await readHistory(context, params.personId ?? '', asked.asOf);
  const all = historyLines(entries, events, evidence ?? []);
  const skills = skillOverview(all, entries, expected);
  const chosen = skills.find(({ skillId }) => skillId === query.get('skill')) ?? null;
  const source = query.get('source') ?? '';
  const wanted = all.filter((line) => (chosen === null || line.skillId === chosen.skillId) && isOfSource(line, source));
  const pages = Math.max(1, Math.ceil(wanted.length / linesAPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const { version, scales } = await readSkillScales(context, skills.map(({ skillId }) => skillId));
  const picture = chosen && {
    until: asked.asOf,
    highestLevel: Math.max(scaleOfSkill(scales, chosen.skillId).length, ...entries.map(({ skillId, level }) => (skillId === chosen.skillId ? (level ?? 0) : 0))),
    said: levelSteps(entries.filter(({ skillId }) => skillId === chosen.skillId)),
    expected: expected.filter(({ skillId }) => skillId === chosen.skillId),
  };
  return {
    frame: personFrame(context.viewer, person, '/history'),
    asked,
    version,
    scales,
    skills,
    chosen,
    picture,
    source,
    page,
    pages,
    found: wanted.length,
    lines: wanted.slice((page - 1) * linesAPage, page * linesAPage),
    first: all.at(-1)?.on ?? null,
    newest: all[0]?.on ?? null,
    count: entries.length,
  };
}

function isOfSource(line: HistoryLine, source: string): boolean {
  if (source === 'other') return line.kind !== 'said';
  return source === '' || (line.kind === 'said' && line.entry.source === source);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `${data.chosen ? `${data.chosen.name}: history` : 'History'} of ${data.frame.name}` : undefined) },
];

export default function History() {
  const { frame, asked, version, scales, skills, chosen, picture, source, page, pages, found, lines, first, newest, count } = useLoaderData<typeof loader>();
  const keep: Record<string, string> = { ...(chosen ? { skill: chosen.skillId } : {}), ...(source === '' ? {} : { source }) };
  const day: Record<string, string> = asked.asOf === asked.today ? {} : { asOf: asked.asOf };
  const to = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
  const skillHref = (skillId: string) => to({ ...day, skill: skillId });
  const span = first !== null && newest !== null ? `${count === 1 ? '1 assessment' : `${count} assessments`} in ${skills.length === 1 ? '1 skill' : `${skills.length} skills`}, from ${formatDate(first)} to ${formatDate(newest)}.` : undefined;
  return (
    <>
      <PersonHeader frame={frame} />
      <Page
        title={chosen ? `${chosen.name}: what was recorded of ${frame.name}` : `What was recorded of ${frame.name}`}
        lead={chosen ? undefined : span}
        facts={{ date: asked.asOf, frameworkVersion: version }}
      >
        {chosen && (
          <p className="mb-step">
            <TextLink to={to(day)}>All skills</TextLink>
          </p>
        )}
        <AsOfForm
          asked={asked}
          keep={keep}
          then="What was for that day or an earlier one is listed; a line that was written down afterwards says so. What was expected is by the framework version adopted now, and evidence in the words of now."
        />
        {skills.length === 0 ? (
          <EmptyState title={asked.asOf === asked.today ? 'Nothing recorded yet' : 'Nothing was recorded by that day'}>
            <p>The first assessment will stand here, with who made it and when. What a round still keeps from one side does not show here.</p>
          </EmptyState>
        ) : (
          <>
            {chosen && picture && (
              <>
                <LevelHistoryChart
                  history={picture}
                  label={`${chosen.name}: levels over time, by source, against what was expected`}
                  caption="Levels over time. Each line holds until the next answer of its source; what is expected is by the framework version adopted now."
                />
                <Details summary="The picture as a table">
                  <LevelHistoryTable history={picture} caption={`${chosen.name}: levels over time`} levelName={(level) => levelName(scales, chosen.skillId, level)} />
                </Details>
              </>
            )}
            <HistoryFilter skills={skills} skill={chosen?.skillId ?? ''} source={source} keep={day} />
            {found === 0 ? (
              <p className="mb-part">
                Nothing of this source is recorded{chosen ? ` for ${chosen.name}` : ''}. <TextLink to={to({ ...day, ...(chosen ? { skill: chosen.skillId } : {}) })}>Show all sources</TextLink>
              </p>
            ) : (
              <HistoryTable
                lines={lines}
                person={frame}
                scales={scales}
                caption={`${found === 1 ? '1 line' : `${found} lines`}, newest first${pages > 1 ? `: page ${page} of ${pages}` : ''}`}
                skillHref={chosen ? undefined : skillHref}
              />
            )}
            {pages > 1 && (
              <nav aria-label="Pages of the history" className="mb-part flex flex-wrap gap-step">
                {page > 1 && <TextLink to={to({ ...day, ...keep, page: String(page - 1) })}>Newer lines</TextLink>}
                {page < pages && <TextLink to={to({ ...day, ...keep, page: String(page + 1) })}>Older lines</TextLink>}
              </nav>
            )}
            {!chosen && <HistorySkills skills={skills} scales={scales} skillHref={skillHref} />}
            <p className="text-dense text-muted">Nothing here is ever changed: a correction is a newer line. What a round still keeps from one side is not part of it.</p>
          </>
        )}
      </Page>
    </>
  );
}
