import { Global, Module } from '@nestjs/common';
import { Admission } from './admission.ts';
import { Shed } from './shed.ts';

@Global()
@Module({ providers: [Admission, Shed], exports: [Admission, Shed] })
export class BudgetsModule {}
