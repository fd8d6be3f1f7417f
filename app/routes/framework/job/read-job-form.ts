/** The fields of the job description form as they were typed; lists have one entry a line, blank lines left out. */
export function readJobForm(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    // A browser sends a line break as two characters.
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
  };
  const lines = (name: string) => text(name).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const numbers = [...form.keys()].flatMap((name) => /^area-(\d{1,3})$/.exec(name)?.[1] ?? []);
  const specification = [...new Set(numbers)].map((number) => ({
    area: text(`area-${number}`),
    essential: lines(`essential-${number}`),
    desirable: lines(`desirable-${number}`),
  }));
  return {
    revision: text('revision'),
    title: text('title'),
    advert: text('advert'),
    purpose: text('purpose'),
    duties: lines('duties'),
    specification: specification.filter(({ area, essential, desirable }) => area.trim() !== '' || essential.length + desirable.length > 0),
    howToApply: text('howToApply'),
  };
}
