/** Where the parts of a picture lead; what leads nowhere is plain text. Asked for every cell: join texts in `cellHref`, work nothing out. */
export interface HeatmapHrefs {
  cellHref?: ((rowId: string, columnId: string) => string) | undefined;
  rowHref?: ((rowId: string) => string) | undefined;
  groupHref?: ((groupId: string) => string) | undefined;
  columnHref?: ((columnId: string) => string) | undefined;
}
