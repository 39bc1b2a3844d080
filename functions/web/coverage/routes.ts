import type { Route } from '../route.ts';
import { compareRoute } from './compare-route.ts';
import { contradictionsRoute } from './contradictions-route.ts';
import { coverageRoute } from './coverage-route.ts';
import { forecastChartRoute } from './forecast-chart-route.ts';
import { forecastRoute } from './forecast-route.ts';
import { movedRoute } from './moved-route.ts';
import { moversRoute } from './movers-route.ts';
import { trendChartRoute } from './trend-chart-route.ts';
import { trendRoute } from './trend-route.ts';

/** Figures: of a day, of two weeks, of all weeks, and of those to come. */
export const coverageRoutes: readonly Route[] = [
  coverageRoute,
  movedRoute,
  moversRoute,
  compareRoute,
  trendRoute,
  trendChartRoute,
  forecastRoute,
  forecastChartRoute,
  contradictionsRoute,
];
