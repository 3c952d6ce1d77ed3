import { Global, Module } from '@nestjs/common';
import { Documents } from './documents.ts';
import { Revalidations } from './revalidations.ts';

@Global()
@Module({ providers: [Documents, Revalidations], exports: [Documents, Revalidations] })
export class DocumentsModule {}
