import { Controller } from '@nestjs/common';
import { readAdvice } from '@forum/contract/advice/advice';
import { readFacts, saveFacts } from '@forum/contract/advice/route-facts';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { AdviceService } from './advice.service.ts';

@Controller()
export class AdviceController {
  constructor(private readonly advice: AdviceService) {}

  @Endpoint(readAdvice)
  read({ params, query }: RouteInput<typeof readAdvice>, viewer: Admitted) {
    return this.advice.read(viewer, params.firm, query.asOf);
  }

  @Endpoint(readFacts)
  readFacts({ params }: RouteInput<typeof readFacts>, viewer: Admitted) {
    return this.advice.readFacts(viewer, params.firm);
  }

  @Endpoint(saveFacts)
  saveFacts({ params, body }: RouteInput<typeof saveFacts>, viewer: Admitted) {
    return this.advice.saveFacts(viewer, params.firm, body);
  }
}
