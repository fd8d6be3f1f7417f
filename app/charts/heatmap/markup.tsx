interface MarkupProps {
  /** Every text in it went through `escapeMarkup`. */
  markup: string;
  as?: 'div' | 'thead' | 'tbody' | 'tfoot';
  className?: string;
  isHidden?: boolean;
}

/**
 * The one door by which drawn text enters a page: React sets up one element where a picture has thousands. Drawings come from
 * `draw-*.ts` only, and write every text by `escapeMarkup`.
 */
export function Markup({ markup, as: Element = 'div', className, isHidden }: MarkupProps) {
  return <Element className={className} aria-hidden={isHidden} dangerouslySetInnerHTML={{ __html: markup }} />;
}
