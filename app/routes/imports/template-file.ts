import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { requireImporter } from '#app/services/imports/require-importer.server.ts';
import { writeImportTemplate } from '#app/services/imports/write-import-template.server.ts';
import { sheetAnswer } from './sheet-answer.ts';

export const handle = { access: { action: 'import-people', subject: 'anywhere' } satisfies RouteAccess };

/** A spreadsheet to fill in: of people, unless `?of=` names another. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  requireImporter(context);
  const skills = await readAssessableSkills(context);
  const file = writeImportTemplate(`${new URL(request.url).searchParams.get('of') ?? 'people'}.${params.format}`, [...skills.values()].map(({ name }) => name));
  if (file === null) throw notFound();
  return sheetAnswer(file);
}
