import type { Growth } from './planner-runs.ts';

const width = 640;
const height = 400;
const margin = 60;

/** A picture of what planning costs as instances grow: seconds against meetings, both in powers of ten. */
export function growthChart(growth: readonly Growth[]): string {
  const x = scale([10, 10_000], [margin, width - 20]);
  const y = scale([0.001, 100], [height - margin, 20]);
  const line = (of: (one: Growth) => number, colour: string, name: string, at: number) => {
    const points = growth.filter((one) => of(one) > 0).map((one) => `${x(one.meetings)},${y(of(one))}`);
    const dots = points.map((point) => {
      const [cx, cy] = point.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`;
    });
    const label = `<text x="${margin + 12}" y="${at}" fill="${colour}">${name}</text>`;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${label}`;
  };
  const ticks = [
    ...[10, 100, 1000, 10_000].map(
      (value) => `<text x="${x(value)}" y="${height - margin + 20}" text-anchor="middle">${value}</text>`,
    ),
    ...[0.001, 0.01, 0.1, 1, 10, 100].map(
      (value) =>
        `<line x1="${margin}" x2="${width - 20}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
        `<text x="${margin - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
${ticks.join('\n')}
<text x="${width / 2}" y="${height - 14}" text-anchor="middle">meetings</text>
<text x="16" y="${height / 2}" text-anchor="middle" transform="rotate(-90 16 ${height / 2})">seconds, one thread</text>
${line(({ placedAfter }) => placedAfter, '#1f6feb', 'all meetings placed', 36)}
${line(({ goodAfter }) => goodAfter, '#b35900', 'within a tenth of the optimum', 54)}
</svg>
`;
}

/** A place on a logarithmic axis. */
function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  const share = (value: number) => Math.log(value / from) / Math.log(to / from);
  return (value: number) => Math.round((start + share(value) * (end - start)) * 10) / 10;
}
