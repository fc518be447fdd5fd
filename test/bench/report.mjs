/** Samples and bytes as tables of plain text. */
import {keyOf} from './rounds.mjs';

/** Medians of one workload and step, with the ratios that the project is held to. */
export function speedTable({samples, workload, step, contenders}) {
  const timesOf = (file, what = step) => (samples.get(keyOf(workload, file, what)) ?? []).map(({main}) => main);
  const rows = contenders.map(({file, name, kind}) => {
    const times = timesOf(file);
    const idle = timesOf(file, `${step} idle`);
    return {
      name,
      kind,
      ms: median(times),
      spread: spread(times),
      withIdle: idle.length ? median(times) + median(idle) : null,
    };
  });
  const ours = rows.find(({kind}) => kind === 'ours')?.ms;
  const bestPeer = least(rows.filter(({kind}) => kind === 'peer'));
  const svg = rows.find(({name}) => name === 'bare SVG')?.ms;
  const floor = median(timesOf('nothing'));
  const head = ['', 'ms', 'spread', '× ours', '× best peer', '× bare SVG', 'less frames', 'with table'];
  const lines = rows.map((row) => [
    row.name,
    fixed(row.ms),
    `±${fixed(row.spread * 50, 0)} %`,
    ratio(row.ms, ours),
    ratio(row.ms, bestPeer),
    ratio(row.ms, svg),
    ratio(row.ms - floor, svg - floor),
    row.withIdle === null ? '' : fixed(row.withIdle),
  ]);
  lines.push(['two empty frames', fixed(floor), '', '', '', '', '', '']);
  return `${workload.name}, ${step}\n${textTable([head, ...lines])}`;
}

/** Script, style, layout: where the main thread's time goes. */
export function partsTable({samples, workload, step, contenders}) {
  const head = ['', 'all', 'script and paint', 'style', 'layout'];
  const lines = contenders.map(({file, name}) => {
    const costs = samples.get(keyOf(workload, file, step)) ?? [];
    const of = (part) => median(costs.map((cost) => cost[part]));
    return [
      name,
      fixed(of('main')),
      fixed(of('main') - of('style') - of('layout')),
      fixed(of('style')),
      fixed(of('layout')),
    ];
  });
  return `${workload.name}, ${step}: parts in ms\n${textTable([head, ...lines])}`;
}

export function bytesTable(bundles) {
  const ours = bundles.find(({kind}) => kind === 'ours')?.gzip;
  const head = ['', 'minified', 'gzip', '× ours'];
  const lines = bundles.map(({name, bytes, gzip}) => [name, kilobytes(bytes), kilobytes(gzip), ratio(gzip, ours)]);
  return `kB, each with the least it needs for this chart\n${textTable([head, ...lines])}`;
}

/** How far the medians of odd and even rounds lie apart: what a difference must exceed to mean something. */
export function noiseLine(samples) {
  const gaps = [...samples.values()]
    .filter((costs) => costs.length > 3)
    .map((costs) => {
      const [odd, even] = [1, 0].map((rest) =>
        median(costs.filter((_, index) => index % 2 === rest).map(({main}) => main)),
      );
      return Math.abs(odd - even) / ((odd + even) / 2);
    });
  if (!gaps.length) return 'noise: too few rounds to tell';
  const percent = (share) => fixed(share * 100, 1);
  return `noise: medians of odd and even samples differ by ${percent(median(gaps))} % (median), ${percent(Math.max(...gaps))} % at most`;
}

function median(values) {
  return quantile(values, 0.5);
}

/** Interquartile range as a share of the median. */
const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  return low + (sorted[Math.ceil(place)] - low) * (place % 1);
}

const least = (rows) => Math.min(...rows.map(({ms}) => ms));
const fixed = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const ratio = (value, to) => fixed(value / to);
const kilobytes = (bytes) => fixed(bytes / 1000, 1);

function textTable(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const row = (line) => line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])));
  return `${lines.map((line) => `  ${row(line).join('   ')}`.trimEnd()).join('\n')}\n`;
}
