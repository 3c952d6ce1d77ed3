import { ReservationEntity } from './entities/reservation.entity.ts';

export const reservationsEntities = [ReservationEntity];
