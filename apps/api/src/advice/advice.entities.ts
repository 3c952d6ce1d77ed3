import { RouteFactsEntity } from './entities/route-facts.entity.ts';
import { WorksheetEntity } from './entities/worksheet.entity.ts';
import { WorksheetShareEntity } from './entities/worksheet-share.entity.ts';

export const adviceEntities = [RouteFactsEntity, WorksheetEntity, WorksheetShareEntity];
