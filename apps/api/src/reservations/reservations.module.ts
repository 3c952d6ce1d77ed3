import { Global, Module } from '@nestjs/common';
import { ReservationsService } from './reservations.service.ts';

@Global()
@Module({ providers: [ReservationsService], exports: [ReservationsService] })
export class ReservationsModule {}
