interface QrPictureProps {
  /** The dark squares, in units of one square. */
  path: string;
  /** How many squares the picture is wide and high, its quiet edge included. */
  size: number;
  /** What it says, for who cannot see it. */
  label: string;
}

/** A QR code, dark on light whatever the colours of the page: cameras expect it so. */
export function QrPicture({ path, size, label }: QrPictureProps) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="mb-step block w-full max-w-64 border border-line bg-paper text-ink forced-color-adjust-none"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
