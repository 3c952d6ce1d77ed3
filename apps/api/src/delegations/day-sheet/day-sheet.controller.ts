import { Controller } from '@nestjs/common';
import { daySheet } from '@forum/contract/delegations/day-sheet';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import { type Admitted, personOf } from '../../http/viewer.ts';
import { DaySheetPrinter } from './day-sheet-printer.ts';
import { DaySheets } from './day-sheet.repository.ts';

@Controller()
export class DaySheetController {
  constructor(
    private readonly sheets: DaySheets,
    private readonly printer: DaySheetPrinter,
  ) {}

  @Endpoint(daySheet)
  async print({ query }: RouteInput<typeof daySheet>, viewer: Admitted, { reply }: Exchange) {
    const by = viewer.aide ?? personOf(viewer);
    const bytes = await this.printer.print(by.id, await this.sheets.read(viewer, query.day));
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="day-sheet-${query.day}.pdf"`);
    return bytes;
  }
}
