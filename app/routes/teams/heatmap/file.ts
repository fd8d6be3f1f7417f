import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { exportPicture } from '#app/services/capability/picture/export-picture.server.ts';
import { busyAnswer } from '#app/routes/teams/heatmap/file/busy-answer.ts';
import { fileAnswer } from '#app/routes/teams/heatmap/file/file-answer.server.ts';
import { fileFormats, type FileFormat } from '#app/routes/teams/heatmap/file/file-formats.ts';
import { takeFileTurn } from '#app/routes/teams/heatmap/file/take-file-turn.server.ts';

export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

/** The picture that the address shows, whole, as a file to keep. Takes the parameters of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const format = (Object.keys(fileFormats) as FileFormat[]).find((known) => known === params.format);
  if (format === undefined) throw notFound();
  const state = parsePictureState(new URL(request.url).searchParams);
  const giveBack = await takeFileTurn();
  if (giveBack === null) return busyAnswer();
  try {
    return await fileAnswer(context, await exportPicture(context, params.teamId ?? '', state, format), format);
  } finally {
    giveBack();
  }
}
