import type { Config } from 'tailwindcss';

/**
 * The words of the look. Colours, type sizes and the larger spaces are named by what they mean;
 * the numeric spaces (p-1, gap-4 ...) stay the 4 px grid.
 * The fills of charts live in app/charts/colour.ts, because they are computed with, not only painted with.
 */
export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      // Text, and the lines of anything that needs attention.
      ink: '#0B0C0C',
      // The page.
      paper: '#FFFFFF',
      // Text that stands back: hints, units, second lines. 6.9:1 on paper, 6.2:1 on a panel.
      muted: '#505A5F',
      // Hairlines between rows and areas; never the only sign of a control.
      line: '#B1B4B6',
      // The border of fields and other controls: 3:1 and more on paper.
      edge: '#6F777B',
      // A quiet area behind content.
      panel: '#F3F2F1',
      // Links and actions.
      link: '#1D70B8',
      'link-hover': '#003078',
      'link-visited': '#4C2C92',
      action: '#1D70B8',
      'action-hover': '#144E81',
      // Behind text that has the keyboard's focus; always together with ink.
      focus: '#FFDD00',
      // What went wrong, and acts that destroy.
      danger: '#B3240F',
      'danger-hover': '#8A1B0B',
      'danger-panel': '#FBEBE8',
      // What went well.
      success: '#00663A',
      'success-panel': '#E6F1EC',
      // Severity of a flag, worst first. Each carries paper text at 4.5:1 or more, but low, which carries ink.
      'severity-critical': '#7A2B00',
      'severity-high': '#A33A00',
      'severity-medium': '#505A5F',
      'severity-low': '#E4E3E1',
    },
    fontFamily: {
      sans: ['"Source Sans 3"', '"Source Sans Pro"', '"Segoe UI"', 'Arial', 'sans-serif'],
    },
    // rem, so that a reader's own text size counts: 1rem is 16 px unless the reader says otherwise.
    fontSize: {
      // 14 px: the second line of a label, and nothing one must read to act.
      note: ['0.875rem', '1.25rem'],
      // 16 px: dense tables, captions.
      dense: ['1rem', '1.375rem'],
      // 19 px: everything that is read.
      body: ['1.1875rem', '1.75rem'],
      // 24 px: the sentence a page opens with.
      lead: ['1.5rem', '2rem'],
      // Headings, smallest to largest: 19, 24, 32 and 40 px.
      'heading-s': ['1.1875rem', '1.5rem'],
      'heading-m': ['1.5rem', '1.875rem'],
      'heading-l': ['2rem', '2.375rem'],
      'heading-xl': ['2.5rem', '2.875rem'],
      // A number that is the answer of a page.
      figure: ['3rem', '3.25rem'],
    },
    fontWeight: {
      regular: '400',
      strong: '600',
      heading: '700',
    },
    extend: {
      spacing: {
        // Between a label and its field, a mark and its word.
        hair: '0.25rem',
        // Between things that belong together.
        close: '0.5rem',
        // Inside table cells and around controls.
        snug: '0.75rem',
        // Between one thing and the next.
        step: '1.25rem',
        // Between the parts of a page.
        part: '2.5rem',
        // Left and right of the page.
        gutter: '1rem',
        'gutter-wide': '2rem',
      },
      maxWidth: {
        // A comfortable line of prose, about 70 characters.
        prose: '42rem',
        // A page: wide enough for 27 skills side by side.
        page: '78rem',
      },
      minHeight: {
        // The smallest comfortable target.
        target: '2.75rem',
      },
    },
  },
} satisfies Config;
