import { Module } from '@nestjs/common';
import { DelegationsModule } from '../delegations/delegations.module.ts';
import { Erasure } from './erase-person.ts';

@Module({ imports: [DelegationsModule], providers: [Erasure] })
export class ErasureModule {}
