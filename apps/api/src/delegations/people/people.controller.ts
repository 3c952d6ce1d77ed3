import { Controller } from '@nestjs/common';
import { listPeople, readPerson } from '@forum/contract/delegations/people';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { noSuchDelegate } from '../delegates/delegates.repository.ts';
import { PeopleRepository } from './people.repository.ts';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleRepository) {}

  @Endpoint(listPeople)
  list({ query }: RouteInput<typeof listPeople>, viewer: Admitted) {
    return this.people.list(editionOf(viewer).id, query);
  }

  @Endpoint(readPerson)
  async read({ params }: RouteInput<typeof readPerson>, viewer: Admitted) {
    const person = await this.people.read(editionOf(viewer).id, params.delegate, viewer.standing.delegateId);
    if (!person) throw noSuchDelegate(params.delegate);
    return person;
  }
}
