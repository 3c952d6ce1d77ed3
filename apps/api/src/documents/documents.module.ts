import { Global, Module } from '@nestjs/common';
import { Documents } from './documents.ts';

@Global()
@Module({ providers: [Documents], exports: [Documents] })
export class DocumentsModule {}
