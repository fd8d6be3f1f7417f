/** A file to keep, under a name of letters, digits, hyphens and dots. */
export function versionFile({ fileName, bytes, mediaType }: { fileName: string; bytes: Uint8Array | string; mediaType: string }): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer> | string, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${fileName}"` },
  });
}
