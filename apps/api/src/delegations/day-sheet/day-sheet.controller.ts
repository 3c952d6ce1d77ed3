import { Controller } from '@nestjs/common';
import { daySheet } from '@forum/contract/delegations';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import { type Admitted } from '../../http/viewer.ts';
import { DaySheets } from './day-sheet.repository.ts';
import { drawDaySheet } from './draw-day-sheet.ts';

@Controller()
export class DaySheetController {
  constructor(private readonly sheets: DaySheets) {}

  @Endpoint(daySheet)
  async print({ query }: RouteInput<typeof daySheet>, viewer: Admitted, { reply }: Exchange) {
    const bytes = await drawDaySheet(await this.sheets.read(viewer, query.day));
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="day-sheet-${query.day}.pdf"`);
    return bytes;
  }
}
