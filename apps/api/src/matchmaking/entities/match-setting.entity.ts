import { Check, Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** How an edition matches firms: weights, rules, and how many wishes a firm may name. */
@Entity('match_setting')
@Check('match_setting_counts', 'musts between 0 and 100 and asked between 0 and 200')
export class MatchSettingEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EditionEntity, { name: 'match_setting_of' })
  editionId: string;

  @Column('jsonb')
  weights: unknown;

  @Column('jsonb', { default: [] })
  rules: unknown;

  @Column('timestamptz', { nullable: true })
  wishesCloseAt: Date | null;

  @Column('integer', { default: 5 })
  musts: number;

  @Column('integer', { default: 10 })
  asked: number;

  @VersionColumn({ default: 1 })
  version: number;
}
