import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { exportPicture } from '#app/services/capability/picture/export-picture.server.ts';
import type { Cases } from './scene.ts';

/** Pictures as files. */
export const pictureExportCases: Cases = {
  'capability/picture/export-picture': [['404', ({ context, b }) => exportPicture(context, b.teams.service, parsePictureState(new URLSearchParams()), 'csv')]],
};
