import { reading } from '../route.ts';
import { EpisodeAsk, episodeAnswer, episodeResource } from './episode-answer.ts';
import { episodeView } from './episode-page.ts';
import { EpisodeSays } from './episode-says.ts';

/** `/alerts/:episode`: one alert with its proof and history. */
export const episodeRoute = reading({
  path: '/alerts/:episode',
  about: 'One alert: what was found, what it rests on, what would close it, what people did',
  ask: EpisodeAsk,
  action: 'read-alerts',
  on: episodeResource,
  answers: EpisodeSays,
  answer: episodeAnswer,
  page: (answer, asked) => episodeView(answer, asked),
});
