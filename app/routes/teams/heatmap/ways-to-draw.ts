import { scriptPart } from '#app/ui/script-part.tsx';
import { LargePicture as Large } from './large-picture.tsx';
import { Multiples as Small } from './multiples.tsx';
import { PictureFigure as Figure } from './picture-figure.tsx';

/** A page loads what draws its own picture, and not the other ways to draw one. */

export const LargePicture = import.meta.env.SSR ? Large : scriptPart(async () => (await import('./large-picture.tsx')).LargePicture, '.heatmap-large');
export const PictureFigure = import.meta.env.SSR ? Figure : scriptPart(async () => (await import('./picture-figure.tsx')).PictureFigure, 'figure.heatmap');
export const Multiples = import.meta.env.SSR ? Small : scriptPart(async () => (await import('./multiples.tsx')).Multiples, '.heatmap-multiples');
