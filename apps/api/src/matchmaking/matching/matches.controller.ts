import { Controller } from '@nestjs/common';
import { explainMatch, listSuggestions } from '@forum/contract/matchmaking/suggestions';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { MatchesService } from './matches.service.ts';

@Controller()
export class MatchesController {
  constructor(private readonly matches: MatchesService) {}

  @Endpoint(listSuggestions)
  suggestions({ params }: RouteInput<typeof listSuggestions>, viewer: Admitted) {
    return this.matches.suggestions(viewer, params.firm);
  }

  @Endpoint(explainMatch)
  explain({ params, query }: RouteInput<typeof explainMatch>, viewer: Admitted) {
    return this.matches.explain(viewer, params.firm, query.for);
  }
}
