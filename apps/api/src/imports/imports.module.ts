import { Global, Module } from '@nestjs/common';
import { ProposedImports } from './proposed-imports.ts';

@Global()
@Module({ providers: [ProposedImports], exports: [ProposedImports] })
export class ImportsModule {}
