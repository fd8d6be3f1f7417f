/** One team of the tree, as little as the rules about the tree need. */
export interface TeamNode {
  id: string;
  parentId: string | null;
  name: string;
}
