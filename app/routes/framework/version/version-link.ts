/** The address of a version, or of a page or download of it, for good. */
export function versionLink({ versionId }: { versionId: string }, page?: 'roles' | 'skills' | 'roles.csv' | 'skills.csv' | 'framework.xlsx' | 'framework.ods', key?: string): string {
  return ['/framework/versions', versionId, page, key].filter((part) => part !== undefined).join('/');
}
