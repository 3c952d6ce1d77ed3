import { Global, Module } from '@nestjs/common';
import { Reservations } from './reservations.service.ts';

@Global()
@Module({ providers: [Reservations], exports: [Reservations] })
export class ReservationsModule {}
